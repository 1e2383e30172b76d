import { HelpLink } from '@/components/help/help-link'
import type { Provider } from '@/lib/providers/provider'
import type { ProviderSwitch } from '@/lib/providers/providers'
import { likelyClient } from '../../client-names'
import { Section } from './section'
import { SettingSwitch } from './setting-switch'

/** What a provider may do, and how its calls are answered. */
export function Settings({ provider }: { provider: Provider }) {
  const { slug, name } = provider
  const setting = (name: ProviderSwitch) => ({ slug, name, on: provider[name] })
  return (
    <Section
      title="Settings"
      purpose={
        <>
          They apply from the next call on. <HelpLink article="provider-settings">What each one does</HelpLink>
        </>
      }
    >
      <div className="grid gap-5 pt-1">
        <SettingSwitch
          {...setting('enabled')}
          label="SCIM Sync"
          hint="While it is off, calls are refused with 403 and nothing changes. Users and groups stay."
          question={{
            on: false,
            title: `Turn SCIM Sync off for ${name}?`,
            verb: 'Turn off',
            means: (
              <>
                From the next call on, {name} is refused with 403: people who leave there keep their access here. Pause
                provisioning in the identity provider as well, or it will count the refusals as failures.
              </>
            ),
          }}
        />
        <SettingSwitch
          {...setting('strict')}
          label="Strict"
          hint="Refuses calls that stretch the standard, which are otherwise understood and noted on the call."
        />
        <SettingSwitch
          {...setting('deleteOnDeactivate')}
          label="Delete users when deactivated"
          hint="Whom the identity provider deactivates is deleted here, and leaves all groups."
          question={{
            on: true,
            title: `Delete users that ${name} deactivates?`,
            verb: 'Delete from now on',
            means: <DeleteMeans okta={likelyClient(provider) === 'okta'} />,
          }}
        />
        <SettingSwitch
          {...setting('allowSameGroupNames')}
          label="Allow groups of the same name"
          hint="Otherwise a second group of a name is refused with 409."
        />
        <SettingSwitch
          {...setting('discoveryNeedsToken')}
          label="Discovery needs a token"
          hint="Schemas, resource types and what the endpoint can do are told to calls with a token alone."
        />
        <SettingSwitch
          {...setting('logReads')}
          label="Log reads"
          hint="Lookups get a row in Sync Logs too, beside changes and refused calls. Useful while connecting."
        />
      </div>
    </Section>
  )
}

const DeleteMeans = ({ okta }: { okta: boolean }) => (
  <>
    A deactivated user is gone from the endpoint for good: nobody can be reactivated with the same id. Users who are
    inactive already stay.
    {okta && (
      <>
        {' '}
        <strong className="font-semibold text-warn">
          Okta reads a user again after it has deactivated it, gets 404, and reports the user as failed.
        </strong>
      </>
    )}
  </>
)
