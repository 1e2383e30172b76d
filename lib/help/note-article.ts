import type { HelpPlace } from './error-article'

const sections: Record<string, string[]> = {
  'words-and-values': ['boolean-strings', 'active-unchanged', 'loose-base64'],
  'one-value-or-a-list': ['single-for-list', 'bare-values', 'manager-forms', 'several-primaries'],
  operations: [
    'operation-case',
    'single-operation',
    'remove-by-value',
    'create-filtered-element',
    'merge-filtered-value',
  ],
  'names-and-paths': [
    'qualified-keys',
    'bare-extension-names',
    'dot-after-urn',
    'skip-unknown-paths',
    'endpoint-case',
    'filter-in-attributes',
  ],
  schemas: ['missing-schemas', 'legacy-urns', 'unknown-schema'],
  'left-alone': ['unknown-attribute', 'read-only', 'repeated-attribute', 'duplicate-key'],
  'members-that-nobody-knows': ['unresolved-members'],
  'bulk-requests': ['missing-bulk-id', 'bulk', 'bulk-undone'],
}

const sectionOf = new Map(Object.entries(sections).flatMap(([anchor, codes]) => codes.map((code) => [code, anchor])))

/** Where the article on leniencies tells about a note. */
export function noteArticle(code: string): HelpPlace {
  const anchor = sectionOf.get(code)
  return { article: 'leniencies', ...(anchor && { anchor }) }
}
