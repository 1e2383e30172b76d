import type { Provider } from '@/lib/providers/provider'
import type { TableSpec } from '@/lib/tables/spec'
import { usersSpec } from '@/lib/tables/specs/users'
import { attributeOptions } from '../attribute-options'
import { registryOf } from '../registry-of'

/** SCIM Users with the attributes of the chosen providers' schemas. */
export const usersSpecOf = (chosen: Provider[]): TableSpec => usersSpec(attributeOptions(registryOf(chosen)))
