/** What one writer's people are, by external id, as far as it writes them. */
export interface State {
  users: Record<string, { userName: string; title: string; nickName: string; active: boolean }>
  groups: Record<string, { displayName: string; members: string[] }>
}

export const nobody: State = { users: {}, groups: {} }

/** The state in which another one is put by `change`, which may edit what it gets. */
export function changed(state: State, change: (state: State) => void): State {
  const next = structuredClone(state)
  change(next)
  return next
}

/** Without a user, who leaves all groups. */
export const withoutUser = (state: State, gone: string) =>
  changed(state, ({ users, groups }) => {
    delete users[gone]
    for (const group of Object.values(groups)) group.members = group.members.filter((member) => member !== gone)
  })

/** The same text for the same state, whatever the order in which it came about. */
export function written({ users, groups }: State): string {
  const sorted = <T>(rows: Record<string, T>) => Object.entries(rows).sort(([a], [b]) => (a < b ? -1 : 1))
  const members = sorted(groups).map(([id, group]) => [id, { ...group, members: [...group.members].sort() }])
  return JSON.stringify([sorted(users), members])
}
