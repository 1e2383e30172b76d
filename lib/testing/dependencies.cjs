// Who may know whom (lib/README.md). A wrong arrow fails `npm test`.
const room = (name) => `^lib/${name}/`
const only = (from, allowed) => ({
  name: `${from}-imports`,
  severity: 'error',
  comment: `lib/${from} may import: ${allowed.join(', ') || 'nothing of ours'}.`,
  from: { path: room(from), pathNot: '\\.test\\.ts$' },
  to: { path: '^(lib|app|components|e2e)/', pathNot: `^lib/(${[from, ...allowed].join('|')})(/|\\.ts$)` },
})

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    only('scim', []),
    {
      name: 'scim-is-pure',
      severity: 'error',
      comment: 'lib/scim imports zod and nothing else: no clock, no database, no framework.',
      from: { path: room('scim'), pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/zod/' },
    },
    only('db', ['env']),
    only('filter-sql', ['db', 'scim']),
    only('sync-log', ['db', 'filter-sql', 'scim']),
    only('providers', ['db', 'filter-sql', 'scim']),
    only('directory', ['db', 'filter-sql', 'scim', 'sync-log', 'providers']),
    only('tables', ['db', 'filter-sql', 'scim']),
    only('auth', ['db', 'env']),
    only('help', ['scim']),
    only('idp-clients', []),
    only('http', ['auth', 'providers', 'directory', 'sync-log', 'scim', 'db', 'env']),
    {
      name: 'components-see-no-database',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^(app|lib|e2e)/', pathNot: '^lib/tables/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'app-goes-through-rooms',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^(lib/(db|filter-sql|server|testing|idp-clients)|e2e)/' },
    },
    {
      name: 'one-place-for-next-auth',
      severity: 'error',
      from: { pathNot: '^lib/auth/' },
      to: { path: 'node_modules/next-auth/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^lib/db/generated/|\\.next/' },
  },
}
