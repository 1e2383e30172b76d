/** Which users and groups a filled database has, and which of them each workload uses. */
export interface Shape {
  users: number
  /** Members of the groups that W5 grows; GROUPS_OF_A_SIZE groups of each. */
  sizes: number[]
}

export const GROUPS_OF_A_SIZE = 16
/** Members of each of the ordinary groups, in which every user is once. */
export const TEAM = 50

export const shapeOf = (users: number): Shape => ({
  users,
  sizes: [10, 1_000, 10_000].filter((size) => size <= users / 5),
})

/**
 * The grown groups' members come from this first part of the users. Whoever is looked up, read or changed comes from the
 * rest, so that each is in one group whatever the number of users.
 */
export const membersBelow = ({ users }: Shape) => Math.floor(users * 0.4)

/** Number of the i-th group of a size. */
export const grownGroup = (sizeIndex: number, i: number) => sizeIndex * GROUPS_OF_A_SIZE + i
/** Number of the first ordinary group. */
export const firstTeam = ({ sizes }: Shape) => sizes.length * GROUPS_OF_A_SIZE
