import type pg from 'pg'

/** How much to write. Groups hold about 3 users each of `users`, the first group everyone, the second a tenth. */
export interface Amounts {
  users: number
  groups: number
  logs: number
}

const uuid = (ms: string, kind: string, n: string) =>
  `(substr(lpad(to_hex((${ms})::bigint), 12, '0'), 1, 8) || '-' || substr(lpad(to_hex((${ms})::bigint), 12, '0'), 9, 4)` +
  ` || '-7${kind}-8' || substr(md5(${n}::text || '${kind}'), 1, 3) || '-' || lpad(to_hex(${n}), 12, '0'))::uuid`

const FIRST = `(array['Ann','Jonas','Priya','Luis','Emma','Farid','Grace','Hana','Ivan','Julia','Kofi','Lena','Marco','Noor','Olga','Pedro'])`
const LAST = `(array['Abara','Becker','Chandran','Duarte','Eriksen','Fazel','Gitau','Horvat','Ilic','Jansen','Kumah','Lindholm','Marini','Nassar','Orlova','Pires','Qian'])`
const DEPARTMENT = `(array['Engineering','Sales','Finance','Support','Legal','People'])`

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

/**
 * Fills a provider straight by SQL with people, groups and two weeks of calls, in the shape that the endpoint writes.
 * @param now milliseconds since the epoch at which the last call was made
 */
export async function fillPortal(pool: pg.Pool, providerId: string, amounts: Amounts, now: number) {
  const start = now - 14 * 86_400_000 + 60_000
  const p = `'${providerId}'::uuid`
  const step = (count: number) => Math.max(1, Math.floor((now - start) / Math.max(1, count)))
  await pool.query(`
    insert into users (id, provider_id, resource, folded, lexemes, user_name, user_name_key, external_id, active, display_name,
      display_name_key, given_name, family_name, email, email_key, title, department, created_at, created_request,
      updated_at, updated_request)
    select ${uuid(`${start} + n * ${step(amounts.users)}`, '001', 'n')}, ${p}, document,
      document || jsonb_build_object('displayName', lower(display),
        'name', jsonb_build_object('givenName', lower(first), 'familyName', lower(last)), '${ENTERPRISE}', jsonb_build_object('department', lower(department)))
        || case when n % 5 <> 0 then jsonb_build_object('title', 'agent ' || n % 40) else '{}'::jsonb end,
      array_to_tsvector(array_remove(array['userName ' || name, 'externalId 00u' || lpad(to_hex(n), 9, '0'),
        'active ' || (n % 20 <> 0), 'displayName ' || lower(display), 'name.givenName ' || lower(first),
        'name.familyName ' || lower(last), 'emails.value ' || name, 'emails.type work', 'emails.primary true',
        '${ENTERPRISE}.department ' || lower(department), case when n % 5 <> 0 then 'title agent ' || n % 40 end], null)),
      name, name, '00u' || lpad(to_hex(n), 9, '0'), n % 20 <> 0, display, lower(display), first, last,
      name, name, case when n % 5 <> 0 then 'Agent ' || n % 40 end, department,
      to_timestamp((${start} + n * ${step(amounts.users)}) / 1000.0), ${uuid('0', '00a', 'n')},
      to_timestamp((${start} + (n * 7919 % ${amounts.users}) * ${step(amounts.users)}) / 1000.0), ${uuid('0', '00a', 'n')}
    from (
      select n, first, last, first || ' ' || last as display, department,
        lower(first || '.' || last) || '.' || n || '@contoso.example' as name,
        jsonb_build_object('userName', lower(first || '.' || last) || '.' || n || '@contoso.example',
          'externalId', '00u' || lpad(to_hex(n), 9, '0'), 'active', n % 20 <> 0, 'displayName', first || ' ' || last,
          'name', jsonb_build_object('givenName', first, 'familyName', last),
          'emails', jsonb_build_array(jsonb_build_object('type', 'work', 'primary', true,
            'value', lower(first || '.' || last) || '.' || n || '@contoso.example')),
          '${ENTERPRISE}', jsonb_build_object('department', department))
          || case when n % 5 <> 0 then jsonb_build_object('title', 'Agent ' || n % 40) else '{}'::jsonb end as document
      from (select n, ${FIRST}[1 + n % 16] as first, ${LAST}[1 + n % 17] as last, ${DEPARTMENT}[1 + n % 6] as department
            from generate_series(1, ${amounts.users}) n) people) documents`)
  await pool.query(`
    insert into groups (id, provider_id, resource, folded, lexemes, display_name, display_name_key, unique_name_key, external_id,
      created_at, created_request, updated_at, updated_request)
    select ${uuid(`${start} + n`, '002', 'n')}, ${p}, jsonb_build_object('displayName', name),
      jsonb_build_object('displayName', lower(name)), array_to_tsvector(array['displayName ' || lower(name)]), name, lower(name), lower(name), '00g' || lpad(to_hex(n), 9, '0'),
      to_timestamp((${start} + n) / 1000.0), ${uuid('0', '00a', 'n')},
      to_timestamp((${start} + n * ${step(amounts.groups)}) / 1000.0), ${uuid('0', '00a', 'n')}
    from (select n, case n when 1 then 'Everyone' when 2 then 'Engineering'
      else 'Team ' || ${LAST}[1 + n % 17] || ' ' || n end as name from generate_series(1, ${amounts.groups}) n) named`)
  // Everyone; a tenth in Engineering; three teams each.
  await pool.query(`
    with numbered_groups as (select id, row_number() over (order by id) as n from groups where provider_id = ${p}),
      numbered_users as (select id, row_number() over (order by id) as n from users where provider_id = ${p})
    insert into memberships (group_id, user_id, added_at, request_id)
    select g.id, u.id, to_timestamp(${start} / 1000.0), ${uuid('0', '00a', '1')}
    from numbered_users u cross join generate_series(0, 4) k
      join numbered_groups g on g.n = case k when 0 then 1 when 1 then 2
        else 3 + (u.n * (k * 31) + k) % greatest(1, ${amounts.groups - 2}) end
    where k <> 1 or u.n % 10 = 0 on conflict do nothing`)
  // Every tenth team holds the next one.
  await pool.query(`
    with numbered as (select id, row_number() over (order by id) as n from groups where provider_id = ${p})
    insert into subgroups (group_id, child_id, added_at, request_id)
    select a.id, b.id, to_timestamp(${start} / 1000.0), ${uuid('0', '00a', '1')}
    from numbered a join numbered b on b.n = a.n + 1 where a.n % 10 = 0`)
  await pool.query(`
    with numbered_users as (select id, row_number() over (order by id) as n, user_name, external_id from users where provider_id = ${p}),
      numbered_groups as (select id, row_number() over (order by id) as n, display_name, external_id from groups where provider_id = ${p})
    insert into sync_log (id, provider_id, at, method, url, resource_type, entity_id, entity_name, entity_name_key,
      entity_external_id, action, status, scim_type, detail, duration_ms, client, members_added, changes, notes)
    select ${uuid(`${start} + c.n::bigint * ${step(amounts.logs)}`, '003', 'c.n')}, ${p},
      to_timestamp((${start} + c.n::bigint * ${step(amounts.logs)}) / 1000.0),
      case when c.n % 97 = 0 then 'DELETE' when c.n % 13 = 0 then 'PUT' when c.n % 5 = 0 then 'POST' else 'PATCH' end,
      case when c.n % 4 = 0 then '/Groups/' || g.id else '/Users/' || u.id end,
      case when c.n % 4 = 0 then 'Group' else 'User' end,
      coalesce(g.id, u.id)::text, coalesce(g.display_name, u.user_name), lower(coalesce(g.display_name, u.user_name)),
      coalesce(g.external_id, u.external_id),
      case when c.n % 211 = 0 then 'refused' when c.n % 4 = 0 then 'members-changed' else 'updated' end,
      case when c.n % 211 = 0 then 409 when c.n % 50021 = 0 then 500 when c.n % 5 = 0 then 201 when c.n % 97 = 0 then 204 else 200 end,
      case when c.n % 211 = 0 then 'uniqueness' end, case when c.n % 211 = 0 then 'userName is taken.' end,
      case when c.n % 40009 = 0 then 4200 else 3 + c.n % 40 end, 'okta', case when c.n % 4 = 0 then 1 else 0 end,
      case when c.n % 4 <> 0 then jsonb_build_array(jsonb_build_object('attribute', 'title', 'before', 'Agent 1', 'after', 'Agent 2')) end,
      case when c.n % 3 = 0 then jsonb_build_array(jsonb_build_object('code', 'boolean-strings', 'detail', 'A string was read as a boolean.', 'path', 'active')) end
    from generate_series(1, ${amounts.logs}) c(n)
      left join numbered_groups g on c.n % 4 = 0 and g.n = 1 + c.n / 4 % greatest(1, ${amounts.groups})
      left join numbered_users u on c.n % 4 <> 0 and u.n = 1 + c.n::bigint * 7919 % ${Math.max(1, amounts.users)}`)
  await pool.query(`
    insert into sync_log_payloads (log_id, at, request, response)
    select id, at, '{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[]}', '{"id":"' || entity_id || '"}'
    from sync_log where provider_id = ${p}`)
  await pool.query(`
    with numbered as (select id, row_number() over (order by id) as n from users where provider_id = ${p})
    insert into sync_log_mentions (entity_id, log_id, role)
    select u.id::text, l.id, 'added' from (select id, row_number() over (order by id) as n from sync_log
      where provider_id = ${p} and resource_type = 'Group') l
      join numbered u on u.n = 1 + l.n * 31 % ${Math.max(1, amounts.users)} on conflict do nothing`)
  for (const table of [
    'users',
    'groups',
    'memberships',
    'subgroups',
    'sync_log',
    'sync_log_payloads',
    'sync_log_mentions',
  ])
    await pool.query(`vacuum (analyze) ${table}`)
}
