import { binary, complex, flag, kind, plural, PRIMARY, reference, text } from './define'
import type { SchemaDefinition } from './types'
import { USER_URN } from './urns'

const NAME = complex('name', 'The parts of the name of the user.', [
  text('formatted', 'The full name, formatted for display.'),
  text('familyName', 'The family name, or last name.'),
  text('givenName', 'The given name, or first name.'),
  text('middleName', 'The middle names.'),
  text('honorificPrefix', 'What stands before the name, such as a title.'),
  text('honorificSuffix', 'What stands after the name, such as III.'),
])

const ADDRESSES = complex(
  'addresses',
  'Postal addresses of the user.',
  [
    text('formatted', 'The full address, formatted for display or a mailing label; it may have line breaks.'),
    text('streetAddress', 'Street, house number, apartment, post box; it may have line breaks.'),
    text('locality', 'The city.'),
    text('region', 'The state or region.'),
    text('postalCode', 'The postal code.'),
    text('country', 'The country.'),
    kind(['work', 'home', 'other']),
    PRIMARY,
  ],
  { multiValued: true },
)

const GROUPS = complex(
  'groups',
  'The groups that the user belongs to, directly or through other groups. Changed through the groups, not here.',
  [
    // An id is case exact (RFC 7643 §3.1), so a reference to one is too.
    text('value', 'The id of the group.', { caseExact: true, mutability: 'readOnly' }),
    reference('$ref', 'The URI of the group.', ['Group'], { mutability: 'readOnly' }),
    text('display', 'The display name of the group.', { mutability: 'readOnly' }),
    text('type', 'Whether the user is a member directly or through another group.', {
      canonicalValues: ['direct', 'indirect'],
      mutability: 'readOnly',
    }),
  ],
  { multiValued: true, mutability: 'readOnly' },
)

/** The core User, RFC 7643 §4.1. */
export const USER_SCHEMA: SchemaDefinition = {
  id: USER_URN,
  name: 'User',
  description: 'User Account',
  attributes: [
    text('userName', 'The name that identifies the user to the service; unique, compared without case.', {
      required: true,
      uniqueness: 'server',
    }),
    NAME,
    text('displayName', 'The name of the user, meant for display.'),
    text('nickName', 'The casual name of the user.'),
    reference('profileUrl', 'The address of a page about the user.', ['external']),
    text('title', 'The job title.'),
    text('userType', 'The relation to the organization, such as Employee or Contractor.'),
    text('preferredLanguage', 'The preferred language, such as en-US.'),
    text('locale', 'The locale for numbers, dates and currency, such as en-US.'),
    text('timezone', 'The time zone, such as Europe/Berlin.'),
    flag('active', 'Whether the user has access.'),
    text('password', 'Accepted for compatibility; never stored and never returned.', {
      caseExact: true,
      mutability: 'writeOnly',
      returned: 'never',
    }),
    plural('emails', 'E-mail addresses of the user.', text('value', 'The e-mail address.'), ['work', 'home', 'other']),
    plural('phoneNumbers', 'Telephone numbers of the user.', text('value', 'The telephone number.'), [
      'work',
      'home',
      'mobile',
      'fax',
      'pager',
      'other',
    ]),
    plural('ims', 'Instant messaging addresses of the user.', text('value', 'The instant messaging address.'), [
      'aim',
      'gtalk',
      'icq',
      'xmpp',
      'msn',
      'skype',
      'qq',
      'yahoo',
    ]),
    plural('photos', 'Pictures of the user.', reference('value', 'The address of the picture.', ['external']), [
      'photo',
      'thumbnail',
    ]),
    ADDRESSES,
    GROUPS,
    plural('entitlements', 'Things the user has a right to.', text('value', 'The entitlement.')),
    plural('roles', 'Roles of the user, such as Student or Faculty.', text('value', 'The role.')),
    plural('x509Certificates', 'Certificates issued to the user.', binary('value', 'The certificate: DER in base64.')),
  ],
}
