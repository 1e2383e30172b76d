import { okta } from '../../portal/fixtures'
import { button, dialog, within, type Shown } from './state'

/** What every page has, and the help. */
export const shell: Shown = {
  name: 'Shell and help',
  path: `/help/users`,
  states: [
    { name: 'identity providers', open: (page) => button(page, /^Identity provider: /) },
    { name: 'account', open: (page) => button(page, /account and preferences/) },
    { name: 'keys', open: (page) => page.keyboard.press('?') },
    {
      name: 'command menu',
      open: async (page) => {
        await page.keyboard.press('Control+k')
        await dialog(page).getByRole('combobox').fill('an')
        await dialog(page).getByRole('group', { name: 'Users' }).waitFor()
      },
      close: 'stay',
    },
    {
      name: 'command menu, nothing found',
      open: async (page) => {
        await dialog(page).getByRole('combobox').fill('zzzz')
        await dialog(page).getByText('Nothing begins with that').waitFor()
      },
    },
    {
      name: 'all articles',
      open: async (page) => {
        await page.goto('/help')
        await page.getByRole('heading', { level: 1 }).waitFor()
      },
      whole: true,
      close: 'stay',
    },
    {
      name: 'help window',
      open: async (page) => {
        await page.goto(`/attributes?provider=${okta}&rows=10`)
        await button(page, 'Help')
        await dialog(page).getByRole('heading').first().waitFor()
      },
      whole: true,
      close: 'stay',
    },
    {
      name: 'help window, all articles',
      open: async (page) => {
        await within(page, 'All articles')
        await dialog(page).getByRole('heading', { name: 'Questions' }).waitFor()
      },
      close: 'stay',
    },
    {
      name: 'help window, found',
      open: (page) => dialog(page).getByRole('searchbox').fill('token'),
    },
  ],
}
