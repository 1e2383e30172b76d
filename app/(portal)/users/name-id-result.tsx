import { HelpLink } from '@/components/help/help-link'
import { Notice } from '@/components/ui/notice'
import { Shown } from '@/components/ui/shown'
import type { NameIdAnswer, ShownUser } from './name-id-action'
import { FittingUserLine } from './name-id-user'
import { NeverPushed } from './name-id-never'

type Answer = Exclude<NameIdAnswer, { problem: string }>

/** What came of a check: the person, or the likely reason why nobody is found. */
export function NameIdResult({ answer, leave }: { answer: Answer; leave: () => void }) {
  const { nameId, fromResponse, users, differs } = answer
  const isNamed = users.some(({ how }) => how === 'name')
  return (
    <section aria-label="Result" className="grid min-w-0 gap-3">
      {fromResponse && (
        <p className="text-table">
          <span className="text-ink-2">NameID of the response: </span>
          <span className="mono [overflow-wrap:anywhere]">
            <Shown text={nameId} longest={200} />
          </span>
        </p>
      )}
      {answer.transient && (
        <Notice tone="warn" title="This NameID is transient">
          The identity provider makes it anew at each sign-in, so it never equals a user name. Set the NameID to the
          same attribute as the user name. <HelpLink article="username-and-nameid">Username and NameID</HelpLink>
        </Notice>
      )}
      <p className="font-[560]">{headline(users)}</p>
      {differs.length > 0 && (
        <p className="text-table text-ink-2">
          NameID and user name differ in {differs.map((each) => differences[each]).join(' and ')}. That counts as equal
          here, but another system may compare more strictly.
        </p>
      )}
      {users.length > 0 && (
        <ul className="grid overflow-hidden rounded-m border border-line">
          {users.map((user) => (
            <FittingUserLine key={user.id} user={user} leave={leave} />
          ))}
        </ul>
      )}
      {!isNamed && users.length > 0 && (
        <p className="text-table text-ink-2">
          <HelpLink article="username-and-nameid" anchor="when-they-differ">
            When user name and NameID differ
          </HelpLink>
        </p>
      )}
      {!isNamed && <NeverPushed answer={answer} isNear={users.length > 0} leave={leave} />}
    </section>
  )
}

const differences = { case: 'upper and lower case', blanks: 'blanks before or after' }

function headline(users: ShownUser[]): string {
  const named = users.filter(({ how }) => how === 'name')
  if (named.some(({ active }) => active)) return 'Provisioned and active.'
  if (named.length > 0) return 'Provisioned, but inactive: there is no access.'
  return users.length > 0
    ? 'Nobody has this user name. It may be:'
    : 'Nobody has this user name, and nobody comes near it.'
}
