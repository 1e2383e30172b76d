const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi

/**
 * The ids that a text names (members, manager, `$ref`, paths), each once, without those in `except`. Our ids are UUIDs,
 * so that finding them needs no knowledge of where they may stand; a body is indexed whole, though only its beginning
 * is kept.
 */
export function namedIds(text: string | undefined, except: readonly (string | undefined)[] = []): string[] {
  if (!text) return []
  const found = new Set(text.match(UUID)?.map((id) => id.toLowerCase()))
  for (const id of except) if (id) found.delete(id.toLowerCase())
  return [...found]
}
