import { bulkChecks } from './checks/bulk'
import { create } from './checks/create'
import { discovery } from './checks/discovery'
import { filterLogic } from './checks/filter-logic'
import { filterOperators } from './checks/filter-operators'
import { groupChecks } from './checks/groups'
import { lists } from './checks/lists'
import { optional } from './checks/optional'
import { patchAdd } from './checks/patch-add'
import { patchRules } from './checks/patch-rules'
import { patchValues } from './checks/patch-values'
import { replaceAndDelete } from './checks/replace-and-delete'
import { retrieve } from './checks/retrieve'
import type { Section } from './section'

/** The clauses of RFC 7643, RFC 7644 and RFC 9865 that can be seen over HTTP, in the order of a report. */
export const sections: Section[] = [
  discovery,
  create,
  retrieve,
  lists,
  filterOperators,
  filterLogic,
  replaceAndDelete,
  patchAdd,
  patchValues,
  patchRules,
  groupChecks,
  bulkChecks,
  optional,
]
