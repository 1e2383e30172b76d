import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

export default tseslint.config(
  { ignores: ['.next/**', '.data/**', 'node_modules/**', 'lib/db/generated/**', 'next-env.d.ts', 'e2e/results/**'] },
  ...tseslint.configs.recommended,
  { files: ['app/**', 'components/**'], ...reactHooks.configs.flat.recommended },
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Read the environment through lib/env.ts.' },
      ],
    },
  },
  {
    // Scripts and tests run outside the product, or make its environment.
    files: [
      '**/*.mjs',
      '**/*.mts',
      '**/*.test.ts',
      'lib/env.ts',
      'lib/testing/**',
      'lib/server/**',
      'e2e/**',
      'prisma/**',
    ],
    rules: { 'no-restricted-properties': 'off' },
  },
)
