import type { GroupDetails, UserDetails } from '@/lib/directory/portal-details'
import { scimBaseUrl } from '@/lib/http/base-url'
import type { Provider } from '@/lib/providers/provider'
import { renderGroup, renderUser, type JsonObject, type Registry } from '@/lib/scim'

/** A user as the endpoint answers it. */
export const renderedUser = (registry: Registry, provider: Provider, user: UserDetails): JsonObject =>
  renderUser(
    registry,
    { ...stored(user), groups: user.groups.map(({ id, name, type }) => ({ value: id, display: name, type })) },
    scimBaseUrl(provider.slug),
  )

/** A group as the endpoint answers it without its members, who have a tab of their own and may be many. */
export const renderedGroup = (registry: Registry, provider: Provider, group: GroupDetails): JsonObject =>
  renderGroup(registry, stored(group), scimBaseUrl(provider.slug))

const stored = ({ id, document, createdAt, updatedAt, version }: UserDetails | GroupDetails) => ({
  id,
  document,
  created: createdAt,
  lastModified: updatedAt,
  version: `W/"${version}"`,
})
