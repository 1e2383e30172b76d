import type { Leniency } from './leniency'

/** Interop: binary data of a length that base64 never has (RFC 4648 §4): it is kept as it came, for nothing here decodes it. */
export const looseBase64: Leniency = {
  code: 'loose-base64',
  title: 'Binary data may have a length that base64 never has',
  clients: ['test values of hand-written scripts'],
}
