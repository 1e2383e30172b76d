import { entra, okta, openFilter, settled } from '../../portal/fixtures'
import { unique } from '../../portal/test'
import { button, dialog, openRow, tabs, within, type Shown, type State } from './state'

const editor = (title: string): State => ({ name: `filter, ${title}`, open: (page) => openFilter(page, title) })
const saved = unique('axe')

export const users: Shown = {
  name: 'Users',
  path: `/users?provider=${okta}&rows=10&userName=startsWith:lukas`,
  states: [
    ...['SCIM User Name', 'Last Updated', 'Status', 'SCIM attribute'].map(editor),
    { name: 'what can be filtered by', open: (page) => button(page, 'Add filter') },
    { name: 'columns', open: (page) => button(page, 'Columns') },
    { name: 'export', open: (page) => button(page, 'Export') },
    { name: 'save a filter', open: (page) => button(page, 'Save filter'), close: 'stay' },
    {
      name: 'filter saved',
      open: async (page) => {
        await dialog(page).getByRole('textbox').fill(saved)
        await within(page, 'Save')
        await page.waitForURL(/saved=/)
        await dialog(page).waitFor({ state: 'detached' })
      },
      whole: true,
      close: 'stay',
    },
    { name: 'saved filters', open: (page) => button(page, 'Saved filters'), close: 'stay' },
    { name: 'rename', open: (page) => within(page, `Rename ${saved}`) },
    {
      name: 'delete',
      open: async (page) => {
        await button(page, 'Saved filters')
        await within(page, `Delete ${saved}`)
      },
      close: async (page) => {
        await within(page, 'Delete filter')
        await page.getByText(`“${saved}” deleted`).first().waitFor()
      },
    },
    openRow,
    ...tabs('Attribute Values', 'Groups', 'History', 'As of', 'Raw JSON'),
  ],
}

export const groups: Shown = {
  name: 'Groups',
  path: `/groups?provider=${okta}&rows=10&name=startsWith:e`,
  states: [openRow, ...tabs('Members', 'History', 'About', 'Raw JSON')],
}

export const logs: Shown = {
  name: 'Sync Logs',
  path: `/sync-logs?provider=${entra}&rows=10&status=409`,
  states: [
    ...['Time', 'Response Status Code', 'Response Duration', 'Payload Search Entity ID'].map(editor),
    { name: 'histogram as table', open: (page) => button(page, 'Show as table'), whole: true },
    { name: 'live', open: (page) => page.getByRole('switch', { name: 'Live' }).click(), whole: true },
    { name: 'not live', open: (page) => page.getByRole('switch', { name: 'Live' }).click(), whole: true },
    openRow,
    ...tabs('Summary', 'Changes', 'Request', 'Response', 'Notes'),
  ],
}

export const attributes: Shown = {
  name: 'Attributes',
  path: `/attributes?provider=${okta}&rows=10`,
  states: [editor('Attribute')],
}

const goTo = (name: string, path: string): State => ({
  name,
  open: async (page) => {
    await page.goto(path)
    await settled(page)
    await page.getByRole('heading', { level: 1 }).waitFor()
  },
  whole: true,
  close: 'stay',
})

/** Tables that show something else than rows, and expressions. */
export const withoutRows: Shown = {
  name: 'Tables without rows',
  path: `/users?provider=${okta}&userName=is:nobody`,
  states: [
    goTo('past the end', `/users?provider=${okta}&userName=startsWith:lukas&page=90`),
    goTo('parts of the address left out', `/groups?provider=${okta}&rows=10&colour=red&name=startsWith:e`),
    goTo('unknown row', `/users?provider=${okta}&rows=10&userName=startsWith:lukas&open=nobody`),
    goTo('bad expression', `/users?provider=${okta}&filter=userName+eq`),
    {
      name: 'completion',
      open: async (page) => {
        await page.getByRole('combobox', { name: 'Expression' }).pressSequentially(' ')
        await page.getByRole('listbox').waitFor()
      },
      whole: true,
    },
    goTo('no such page', '/nowhere'),
    goTo('no such provider', '/providers/nowhere'),
    goTo('no such article', '/help/nowhere'),
  ],
}
