import { bareExtensionNames } from './bare-extension-names'
import { bareValues } from './bare-values'
import { booleanStrings } from './boolean-strings'
import { createFilteredElement } from './create-filtered-element'
import { dotAfterUrn } from './dot-after-urn'
import { endpointCase } from './endpoint-case'
import { filterInAttributes } from './filter-in-attributes'
import { legacyUrns } from './legacy-urns'
import type { Leniency } from './leniency'
import { looseBase64 } from './loose-base64'
import { managerForms } from './manager-forms'
import { mergeFilteredValue } from './merge-filtered-value'
import { missingBulkId } from './missing-bulk-id'
import { missingSchemas } from './missing-schemas'
import { operationCase } from './operation-case'
import { qualifiedKeys } from './qualified-keys'
import { removeByValue } from './remove-by-value'
import { severalPrimaries } from './several-primaries'
import { singleForList } from './single-for-list'
import { singleOperation } from './single-operation'
import { skipUnknownPaths } from './skip-unknown-paths'
import { unresolvedMembers } from './unresolved-members'

/** Every leniency there is. Under a provider's Strict setting all are off. */
export const LENIENCIES: readonly Leniency[] = [
  bareExtensionNames,
  bareValues,
  booleanStrings,
  createFilteredElement,
  dotAfterUrn,
  endpointCase,
  filterInAttributes,
  legacyUrns,
  looseBase64,
  managerForms,
  mergeFilteredValue,
  missingBulkId,
  missingSchemas,
  operationCase,
  qualifiedKeys,
  removeByValue,
  severalPrimaries,
  singleForList,
  singleOperation,
  skipUnknownPaths,
  unresolvedMembers,
]
