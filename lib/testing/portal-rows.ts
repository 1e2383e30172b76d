import { database } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { query, sql } from '@/lib/db/sql'
import { uuidv7 } from '@/lib/db/uuid'
import { lexemesOf } from '@/lib/filter-sql/lexemes'

const request = '01900000-0000-7000-8000-00000000000a'

/** Rows as the endpoint leaves them, written past it: what the portal's searches are tested on. */
export async function insertProvider(slug = 'okta', more: Partial<Prisma.ProviderCreateInput> = {}) {
  const at = new Date()
  return database().prisma.provider.create({
    data: { id: uuidv7(), slug, name: slug, createdAt: at, updatedAt: at, ...more },
  })
}

interface GivenUser {
  userName: string
  active?: boolean
  externalId?: string
  displayName?: string
  email?: string
  department?: string
  title?: string
  updatedAt?: Date
  createdAt?: Date
}

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

export async function insertUser(providerId: string, given: GivenUser) {
  const { userName, active = true, displayName, email, department, title, externalId } = given
  const document = (fold: (text: string) => string) => ({
    userName: fold(userName),
    active,
    ...(externalId && { externalId }),
    ...(displayName && { displayName: fold(displayName) }),
    ...(title && { title: fold(title) }),
    ...(email && { emails: [{ value: fold(email), type: 'work', primary: true }] }),
    ...(department && { [enterprise]: { department: fold(department) } }),
  })
  const at = given.createdAt ?? new Date()
  const { id } = await database().prisma.user.create({
    data: {
      id: uuidv7(),
      providerId,
      resource: document((text) => text),
      folded: document((text) => text.toLowerCase()),
      userName,
      userNameKey: userName.toLowerCase(),
      externalId: externalId ?? null,
      active,
      displayName: displayName ?? null,
      displayNameKey: displayName?.toLowerCase() ?? null,
      email: email ?? null,
      emailKey: email?.toLowerCase() ?? null,
      department: department ?? null,
      title: title ?? null,
      createdAt: at,
      createdRequest: request,
      updatedAt: given.updatedAt ?? at,
      updatedRequest: request,
    },
  })
  await query(sql`
    update users set lexemes = array_to_tsvector(${lexemesOf(document((text) => text.toLowerCase()))}::text[])
    where id = ${id}::uuid`)
  return id
}

interface GivenGroup {
  displayName: string
  externalId?: string
  users?: string[]
  groups?: string[]
  unresolved?: string[]
  updatedAt?: Date
}

export async function insertGroup(providerId: string, given: GivenGroup) {
  const id = uuidv7()
  const at = given.updatedAt ?? new Date()
  const key = given.displayName.toLowerCase()
  const { prisma } = database()
  await prisma.group.create({
    data: {
      id,
      providerId,
      resource: { displayName: given.displayName, ...(given.externalId && { externalId: given.externalId }) },
      folded: { displayName: key, ...(given.externalId && { externalId: given.externalId }) },
      displayName: given.displayName,
      displayNameKey: key,
      uniqueNameKey: key,
      externalId: given.externalId ?? null,
      createdAt: at,
      createdRequest: request,
      updatedAt: at,
      updatedRequest: request,
    },
  })
  const made = { groupId: id, addedAt: at, requestId: request }
  await prisma.membership.createMany({ data: (given.users ?? []).map((userId) => ({ ...made, userId })) })
  await prisma.subgroup.createMany({ data: (given.groups ?? []).map((childId) => ({ ...made, childId })) })
  await prisma.unresolvedMember.createMany({
    data: (given.unresolved ?? []).map((value) => ({ groupId: id, value, since: at, requestId: request })),
  })
  return id
}

/** Puts a group into another one: also the way to make a circle. */
export async function nestGroup(groupId: string, childId: string) {
  await database().prisma.subgroup.create({ data: { groupId, childId, addedAt: new Date(), requestId: request } })
}

type GivenLog = Partial<Prisma.SyncLogUncheckedCreateInput> & {
  mentions?: string[]
  request?: string
  response?: string
}

export async function insertLog(providerId: string, given: GivenLog = {}) {
  const { mentions = [], request: sent, response, ...row } = given
  const id = given.id ?? uuidv7()
  const at = row.at ?? new Date()
  const { prisma } = database()
  await prisma.syncLog.create({
    data: {
      providerId,
      at,
      method: 'POST',
      url: '/Users',
      resourceType: 'User',
      action: 'created',
      status: 201,
      durationMs: 4,
      ...row,
      ...(row.entityName && { entityNameKey: row.entityName.toLowerCase() }),
      id,
    },
  })
  if (sent !== undefined || response !== undefined)
    await prisma.syncLogPayload.create({ data: { logId: id, at, request: sent ?? null, response: response ?? null } })
  await prisma.syncLogMention.createMany({
    data: mentions.map((entityId) => ({ entityId, logId: id, role: 'named' })),
  })
  return id
}
