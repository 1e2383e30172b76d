/** The notes' codes in plain words; the leniencies among them are in lib/scim/patch/quirks. */
const words: Record<string, string> = {
  'active-unchanged': 'active was sent without true or false',
  'bare-extension-names': 'An extension’s attribute was named without its URN',
  'bare-values': 'A bare value stood for an object',
  'boolean-strings': 'A text was read as true or false',
  bulk: 'Part of a bulk request',
  'bulk-undone': 'Taken back with its bulk request',
  'create-filtered-element': 'A value that did not exist yet was made',
  'dot-after-urn': 'A dot stood where a colon belongs',
  'duplicate-key': 'A key came twice',
  'legacy-urns': 'An old or misspelt schema was understood',
  'loose-base64': 'Binary data was not quite base64',
  'manager-forms': 'The manager came in another form',
  'merge-filtered-value': 'An object was merged into the value',
  'missing-bulk-id': 'A bulk operation had no bulkId',
  'missing-schemas': 'The list of schemas was missing',
  'operation-case': 'The operation’s name was in another case',
  'qualified-keys': 'A key was read as a path',
  'read-only': 'An attribute that can’t be set was left alone',
  'remove-by-value': 'A remove listed the values that go',
  'repeated-attribute': 'An attribute came twice',
  'several-primaries': 'Several values were primary',
  'single-for-list': 'One value stood where a list belongs',
  'single-operation': 'One operation stood where a list belongs',
  'skip-unknown-paths': 'An unknown path was left out',
  'unknown-attribute': 'An unknown attribute was ignored',
  'unknown-schema': 'An unknown schema was ignored',
  'unresolved-members': 'A member is not known here yet',
}

/** A note's code in plain words; the code itself where it is a new one. */
export const noteWords = (code: string) => words[code] ?? code
