import { z } from 'zod'

const flag = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1')
const unset = (value: unknown) => (value === '' ? undefined : value)
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(unset, schema.optional())
const withDefault = <T extends z.ZodType<unknown, string>>(schema: T, value: string) =>
  z.preprocess((given) => unset(given) ?? value, schema)

const url = (protocols: string[], example: string) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    message: `must be a URL like ${example}`,
    abort: true,
  })

const envSchema = z
  .object({
    PORT: withDefault(
      z
        .string()
        .regex(/^\d{1,5}$/, 'must be a port number from 0 to 65535')
        .transform(Number)
        .refine((port) => port <= 65535, 'must be a port number from 0 to 65535'),
      '3000',
    ),
    HOST: withDefault(z.string(), '127.0.0.1'),
    BASE_URL: optional(
      url(['http:', 'https:'], 'https://rollcall.example.com')
        .refine((text) => new URL(text).pathname === '/', 'must not have a path: Rollcall serves from the root')
        .transform((text) => new URL(text).origin),
    ),
    DATA_DIR: withDefault(z.string(), '.data'),
    DATABASE_URL: optional(url(['postgres:', 'postgresql:'], 'postgresql://user:password@host:5432/rollcall')),
    AUTH_SECRET: optional(
      z.string().min(32, 'must have at least 32 characters, for example from: openssl rand -hex 32'),
    ),
    ADMIN_EMAIL: withDefault(z.string().regex(/^\S+@\S+$/, 'must be an e-mail address'), 'admin@rollcall.local'),
    ADMIN_PASSWORD: optional(z.string().min(12, 'must have at least 12 characters')),
    BOOTSTRAP_PROVIDER: optional(
      z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, 'must be a slug: a–z, 0–9 and hyphens, 63 at most'),
    ),
    BOOTSTRAP_TOKEN: optional(z.string().min(16, 'must have at least 16 characters')),
    BOOTSTRAP_CLIENT_ID: optional(
      z.uuid('must be a UUID').refine((id) => id === id.toLowerCase(), 'must be in lower case'),
    ),
    BOOTSTRAP_CLIENT_SECRET: optional(z.string().min(32, 'must have at least 32 characters')),
    BOOTSTRAP_CLIENT_KEYS: optional(z.string()),
    TRUST_PROXY: withDefault(flag, 'false'),
    LOG_LEVEL: withDefault(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']), 'info'),
  })
  .superRefine((env, context) => {
    if (env.DATABASE_URL && !env.AUTH_SECRET)
      context.addIssue({
        code: 'custom',
        path: ['AUTH_SECRET'],
        message:
          'is required with DATABASE_URL, so that every instance signs sessions alike. Make one: openssl rand -hex 32',
      })
    if (env.BOOTSTRAP_TOKEN && !env.BOOTSTRAP_PROVIDER)
      context.addIssue({ code: 'custom', path: ['BOOTSTRAP_PROVIDER'], message: 'is required with BOOTSTRAP_TOKEN' })
    if (env.BOOTSTRAP_PROVIDER && !env.BOOTSTRAP_TOKEN)
      context.addIssue({ code: 'custom', path: ['BOOTSTRAP_TOKEN'], message: 'is required with BOOTSTRAP_PROVIDER' })
    const proof = env.BOOTSTRAP_CLIENT_SECRET ?? env.BOOTSTRAP_CLIENT_KEYS
    if (proof && !env.BOOTSTRAP_CLIENT_ID)
      context.addIssue({
        code: 'custom',
        path: ['BOOTSTRAP_CLIENT_ID'],
        message: 'is required with its secret or keys',
      })
    if (env.BOOTSTRAP_CLIENT_ID && !(proof && env.BOOTSTRAP_PROVIDER))
      context.addIssue({
        code: 'custom',
        path: ['BOOTSTRAP_CLIENT_ID'],
        message: 'needs BOOTSTRAP_PROVIDER, and BOOTSTRAP_CLIENT_SECRET or BOOTSTRAP_CLIENT_KEYS',
      })
  })

export type Env = z.infer<typeof envSchema>

/** A variable has a value that Rollcall can't start with. `message` names each one and what is allowed. */
export class EnvError extends Error {}

/**
 * Reads every environment variable that Rollcall knows.
 * @throws EnvError naming each variable with a wrong value and what it may be
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const parsed = envSchema.safeParse(source)
  if (parsed.success) return parsed.data
  throw new EnvError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('\n'))
}

let cached: Env | undefined

/** This process's environment, parsed once. */
export const env = (): Env => (cached ??= parseEnv(process.env))
