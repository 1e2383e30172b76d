import type { Page } from '@playwright/test'

/** Something that a page can show. */
export interface State {
  name: string
  /** Opens it, from where the state before left the page. */
  open: (page: Page) => Promise<unknown>
  /** The page as a whole changed; else what came on top is looked at. */
  whole?: true
  /** Puts the page back; Escape without it. `stay` leaves it for the next state. */
  close?: 'stay' | ((page: Page) => Promise<unknown>)
}

/** A page and its states, in order. */
export interface Shown {
  name: string
  path: string
  states: State[]
}

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
export const dialog = (page: Page) => page.getByRole('dialog').last()
export const within = (page: Page, name: string | RegExp) => dialog(page).getByRole('button', { name }).click()

/** Each tab of the open drawer. */
export const tabs = (...names: string[]): State[] =>
  names.map((name) => ({
    name: `drawer, ${name}`,
    open: async (page) => {
      await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click()
      await page.locator('[data-drawer] [aria-busy=true]').waitFor({ state: 'detached' })
    },
    close: 'stay',
  }))

export const openRow: State = {
  name: 'drawer',
  open: async (page) => {
    await page.getByRole('link', { name: /^View/ }).first().click()
    await page.locator('[data-drawer]').waitFor()
  },
  close: 'stay',
}
