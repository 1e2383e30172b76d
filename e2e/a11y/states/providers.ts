import { button, dialog, within, type Shown } from './state'

/** One provider of the test's own, whose address is `path`. */
export const provider = (path: string): Shown => ({
  name: 'One provider',
  path,
  states: [
    { name: 'new token', open: (page) => button(page, 'Generate New Token'), close: 'stay' },
    {
      name: 'new token, refused',
      open: async (page) => {
        await dialog(page).getByLabel('Expires').selectOption('date')
        await within(page, 'Generate')
        await dialog(page).getByRole('alert').waitFor()
      },
      close: 'stay',
    },
    {
      name: 'token shown',
      open: async (page) => {
        await dialog(page).getByLabel('Expires').selectOption('never')
        await within(page, 'Generate')
        await page.getByLabel('New token').waitFor()
      },
      whole: true,
      close: (page) => button(page, 'Done'),
    },
    { name: 'revoke', open: (page) => button(page, /^Revoke/) },
    { name: 'OAuth client', open: (page) => button(page, 'Add client'), close: 'stay' },
    {
      name: 'OAuth client shown',
      open: async (page) => {
        await dialog(page).getByLabel('Name').fill('Nightly')
        await within(page, 'Add client')
        await page.getByLabel('New client secret').waitFor()
      },
      whole: true,
      close: (page) => button(page, 'Done'),
    },
    { name: 'who may call', open: (page) => button(page, 'Change who may call') },
    {
      name: 'confirmation',
      open: (page) => page.getByRole('switch', { name: 'Delete users when deactivated' }).click(),
    },
    { name: 'schema', open: (page) => button(page, 'Add schema'), close: 'stay' },
    {
      name: 'schema with faults',
      open: async (page) => {
        await dialog(page).getByLabel('Schema', { exact: true }).fill('{}')
        await within(page, 'Add schema')
        await dialog(page).getByRole('list').waitFor()
      },
    },
    {
      name: 'off, with an attribute left out of the log',
      open: async (page) => {
        await page.getByLabel('Attribute', { exact: true }).fill('title')
        await button(page, 'Leave out')
        await page.getByRole('list', { name: 'Attributes left out of the log' }).waitFor()
        await page.getByRole('switch', { name: 'SCIM Sync' }).click()
        await within(page, 'Turn off')
        await page.getByText('SCIM Sync is off', { exact: true }).waitFor()
      },
      whole: true,
      close: 'stay',
    },
    {
      name: 'nothing yet',
      open: async (page) => {
        await page.goto(path.replace('/providers/', '/users?provider='))
        await page.getByRole('heading', { level: 2 }).first().waitFor()
      },
      whole: true,
      close: 'stay',
    },
  ],
})

export const providers: Shown = {
  name: 'Identity providers',
  path: '/providers',
  states: [
    { name: 'add', open: (page) => button(page, 'Add provider'), close: 'stay' },
    {
      name: 'add, refused',
      open: async (page) => {
        await within(page, 'Add provider')
        await dialog(page).getByRole('alert').first().waitFor()
      },
    },
  ],
}
