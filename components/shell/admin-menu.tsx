'use client'

import { CircleUserRound, Keyboard, LogOut } from 'lucide-react'
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../ui/menu'
import { themes, type Theme } from '../ui/preferences'
import { useTheme } from '../ui/theme'
import { useTimes } from '../ui/times'
import { classNames } from '../ui/class-names'
import { useKeySheet } from './keyboard'

export interface ShellAdmin {
  name: string
  email: string
  role: string
}

const themeNames: Record<Theme, string> = { system: 'As the system', light: 'Light', dark: 'Dark' }

/** The signed-in admin, with what is theirs alone: theme, times, sign-out. */
export function AdminMenu({
  admin,
  signOut,
  rail,
}: {
  admin: ShellAdmin
  signOut: () => Promise<void>
  rail?: boolean
}) {
  const [theme, setTheme] = useTheme()
  const { mode, setMode, localZone } = useTimes()
  const showKeys = useKeySheet()
  return (
    <Menu
      side="top"
      className="w-60"
      trigger={
        <button
          type="button"
          aria-label={`${admin.name}: account and preferences`}
          className="flex w-full items-center gap-2 rounded-m px-2 py-1.5 text-left hover:bg-off-tint"
        >
          {rail && <CircleUserRound className="icon mx-auto text-ink-2 wide:hidden" aria-hidden />}
          <span className={classNames('grid min-w-0 flex-1', rail && 'max-wide:hidden')}>
            <span className="truncate font-[560]">{admin.name}</span>
            <span className="truncate text-small text-ink-2">{admin.role}</span>
          </span>
        </button>
      }
    >
      <p className="truncate px-2 pt-1.5 text-small text-ink-2">{admin.email}</p>
      <MenuChoice
        label="Theme"
        value={theme}
        onChange={setTheme}
        options={themes.map((value) => ({ value, label: themeNames[value] }))}
      />
      <MenuSeparator />
      <MenuChoice
        label="Times"
        value={mode}
        onChange={setMode}
        options={[
          { value: 'local', label: `Local (${localZone})` },
          { value: 'utc', label: 'UTC' },
        ]}
      />
      <MenuSeparator />
      <MenuItem onSelect={showKeys}>
        <Keyboard aria-hidden />
        Keys
      </MenuItem>
      <MenuItem onSelect={() => void signOut()}>
        <LogOut aria-hidden />
        Sign out
      </MenuItem>
    </Menu>
  )
}
