'use client'

import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { Dialog } from 'radix-ui'
import { useEffect, useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useCommands, type CommandGroup } from './use-commands'
import { Shown } from '../ui/shown'
import type { ShellProvider } from './navigation'

/** Ctrl K or ⌘ K, from everywhere: pages, users and groups by the beginning of their names, and what can be set. */
export function CommandMenu({ providers, chosen }: { providers: ShellProvider[]; chosen: string }) {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const hear = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return
      event.preventDefault()
      setOpen((before) => !before)
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [])
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-in bg-shade" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-x-4 top-[12vh] z-40 mx-auto flex max-h-[70vh] max-w-[600px] animate-in flex-col overflow-hidden rounded-l border border-line bg-raised shadow-float outline-none"
        >
          <Dialog.Title className="sr-only">Go to</Dialog.Title>
          <Chooser providers={providers} chosen={chosen} close={() => setOpen(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Chooser({ providers, chosen, close }: { providers: ShellProvider[]; chosen: string; close: () => void }) {
  const router = useRouter()
  const list = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const { groups, note } = useCommands(text, providers, chosen)
  const commands = groups.flatMap((group) => group.commands)
  const active = Math.min(at, commands.length - 1)
  const idOf = (index: number) => `${list}-${index}`

  const run = (index: number) => {
    const command = commands[index]
    if (!command) return
    close()
    if ('href' in command) router.push(command.href)
    else command.run()
  }
  const move = (event: KeyboardEvent) => {
    const to = {
      ArrowDown: active + 1,
      ArrowUp: active - 1 + commands.length,
      Home: 0,
      End: commands.length - 1,
    }[event.key]
    if (event.key === 'Enter') run(active)
    else if (to === undefined || commands.length === 0) return
    else {
      setAt(to % commands.length)
      document.getElementById(idOf(to % commands.length))?.scrollIntoView({ block: 'nearest' })
    }
    event.preventDefault()
  }
  return (
    <>
      <div className="flex items-center gap-2.5 border-b border-line px-4">
        <Search className="icon text-ink-2" aria-hidden />
        <input
          autoFocus
          role="combobox"
          aria-label="Page, user or group"
          aria-expanded
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={commands.length > 0 ? idOf(active) : undefined}
          placeholder="Page, user or group"
          spellCheck={false}
          autoComplete="off"
          value={text}
          onChange={({ target }) => {
            setText(target.value)
            setAt(0)
          }}
          onKeyDown={move}
          className="h-12 min-w-0 flex-1 bg-transparent text-lead outline-none placeholder:text-ink-2"
        />
      </div>
      <div id={list} role="listbox" aria-label="Found" className="min-h-0 overflow-y-auto p-1.5">
        <Groups groups={groups} active={active} idOf={idOf} run={run} />
      </div>
      <p role="status" className="border-t border-line px-4 py-2 text-small text-ink-2 empty:hidden">
        {note}
      </p>
    </>
  )
}

function Groups({
  groups,
  active,
  idOf,
  run,
}: {
  groups: CommandGroup[]
  active: number
  idOf: (index: number) => string
  run: (index: number) => void
}): ReactNode {
  let index = 0
  return groups.map(({ title, commands }) => (
    <div key={title} role="group" aria-label={title}>
      <div aria-hidden className="px-2.5 pt-2 pb-1 text-small font-medium text-ink-2">
        {title}
      </div>
      {commands.map((command) => {
        const own = index++
        return (
          <div
            key={command.key}
            id={idOf(own)}
            role="option"
            aria-selected={own === active}
            onClick={() => run(own)}
            className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-m px-2.5 aria-selected:bg-accent-tint hover:bg-off-tint [&>svg]:icon [&>svg]:text-ink-2"
          >
            <command.icon aria-hidden />
            <span className="min-w-0 truncate">
              <Shown text={command.title} longest={200} />
            </span>
            <span className="min-w-0 flex-1 truncate text-table text-ink-2">
              {command.detail && <Shown text={command.detail} longest={300} />}
            </span>
          </div>
        )
      })}
    </div>
  ))
}
