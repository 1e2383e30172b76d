import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readNameId } from './read-name-id'

const response = (subject: string, prolog = '<?xml version="1.0"?>') => `${prolog}
<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml='urn:oasis:names:tc:SAML:2.0:assertion'>
  <saml:Issuer>https://idp.example/a?b=1&amp;c=2</saml:Issuer>
  <saml:Assertion ID="_1"><saml:NameID>not of the subject</saml:NameID>${subject}</saml:Assertion>
</samlp:Response>
`
const ann = response(
  '<saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">ann@x.example</saml:NameID></saml:Subject>',
)
const base64 = (xml: string) => Buffer.from(xml).toString('base64')
const of = (nameId: string, fromResponse = true, transient = false) => ({ nameId, fromResponse, transient })

test.each([
  ['a NameID', 'ann@x.example', of('ann@x.example', false)],
  ['with its blanks', ' ann@x.example\n', of(' ann@x.example\n', false)],
  ['a persistent one', 'WbJ5vY6vSXZ3xV3Kq9jT4q3f8Yg=', of('WbJ5vY6vSXZ3xV3Kq9jT4q3f8Yg=', false)],
  ['with a percent sign', '100%@x.example', of('100%@x.example', false)],
  ['XML', ann, of('ann@x.example')],
  ['base64', base64(ann), of('ann@x.example')],
  ['in lines', base64(ann).replace(/.{64}/g, '$&\r\n'), of('ann@x.example')],
  ['URL-encoded', encodeURIComponent(base64(ann)), of('ann@x.example')],
  ['as a form field', `SAMLResponse=${encodeURIComponent(base64(ann))}&RelayState=x`, of('ann@x.example')],
  [
    'of the redirect binding',
    `https://sp.example/acs?SAMLResponse=${encodeURIComponent(deflateRawSync(ann).toString('base64'))}&SigAlg=x`,
    of('ann@x.example'),
  ],
  ['a mark at the beginning', base64(`\ufeff${ann}`), of('ann@x.example')],
  ['no prefix', '<Subject><NameID>ann</NameID></Subject>', of('ann')],
  ['SAML 1.1', '<s:Subject><s:NameIdentifier>ann</s:NameIdentifier></s:Subject>', of('ann')],
  ['references', response('<Subject><NameID>a&amp;b&#x40;&#120;&lt;</NameID></Subject>'), of('a&b@x<')],
  ['a comment inside', '<Subject><NameID>ann<!-- no --><![CDATA[@<x>]]></NameID></Subject>', of('ann@<x>')],
  [
    'transient',
    '<Subject><NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient">_1</NameID></Subject>',
    of('_1', true, true),
  ],
])('%s is read', (_what, pasted, expected) => expect(readNameId(pasted)).toEqual(expected))

test.each([
  ['nothing', ' \n', /Paste/],
  ['too much', 'a'.repeat(600_000), /too long/],
  ['a long text', 'a b '.repeat(1000), /neither/],
  ['a document type', response(ann, '<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]>'), /declaration/],
  ['an unknown entity', '<Subject><NameID>&e;</NameID></Subject>', /well-formed/],
  ['an open reference', '<Subject><NameID>a & b</NameID></Subject>', /well-formed/],
  ['a number beyond Unicode', '<Subject><NameID>&#x110000;</NameID></Subject>', /well-formed/],
  ['an unclosed element', '<Subject><NameID>ann</NameID>', /well-formed/],
  ['elements that cross', '<Subject><NameID>ann</Subject></NameID>', /well-formed/],
  ['an element inside', '<Subject><NameID>ann<b/></NameID></Subject>', /well-formed/],
  ['great depth', '<a>'.repeat(100) + '</a>'.repeat(100), /well-formed/],
  ['what only begins like it', '<not xml', /well-formed/],
  ['a response without a subject', response(''), /no subject/],
  ['an empty NameID', '<Subject><NameID> </NameID></Subject>', /empty/],
  ['an empty element', '<Subject><NameID/></Subject>', /no subject/],
  ['an encrypted assertion', response('<EncryptedAssertion></EncryptedAssertion>'), /encrypted/],
  [
    'two people',
    '<a><Subject><NameID>ann</NameID></Subject><Subject><NameID>bob</NameID></Subject></a>',
    /several subjects/,
  ],
  ['what inflates to very much', deflateRawSync(Buffer.alloc(4_000_000, '<')).toString('base64'), /neither/],
])('%s is refused', (_what, pasted, problem) => {
  expect(readNameId(pasted)).toEqual({ problem: expect.stringMatching(problem) as string })
})
