/** Choices that the server must know to draw the first picture right. They live in cookies of the browser. */
export const preferenceCookies = {
  theme: 'theme',
  times: 'times',
  zone: 'zone',
  provider: 'provider',
  keys: 'keys',
} as const

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]
export type Times = 'local' | 'utc'

export interface Preferences {
  theme: Theme
  times: Times
  /** IANA name of the browser's time zone, once it has been here. */
  zone: string
  /** Whether single letters do something by themselves. */
  keys: boolean
}

/** Reads the preferences from cookies; whatever is missing or wrong is the default. */
export function readPreferences(cookie: (name: string) => string | undefined): Preferences {
  return {
    theme: themes.find((theme) => theme === cookie(preferenceCookies.theme)) ?? 'system',
    times: cookie(preferenceCookies.times) === 'utc' ? 'utc' : 'local',
    keys: cookie(preferenceCookies.keys) !== 'off',
    zone: knownZone(decode(cookie(preferenceCookies.zone))),
  }
}

/** Keeps a preference for a year in this browser. */
export function keepPreference(name: keyof typeof preferenceCookies, value: string): void {
  document.cookie = `${preferenceCookies[name]}=${encodeURIComponent(value)};path=/;max-age=31536000;samesite=lax`
}

function decode(text = ''): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

function knownZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone || 'UTC' }).resolvedOptions().timeZone
  } catch {
    return 'UTC'
  }
}
