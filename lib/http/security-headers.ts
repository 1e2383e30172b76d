import { origin } from './base-url'

/**
 * Headers of every page.
 * @param nonce a fresh one for each request; Next puts it on every script that it writes
 * @param dev with what hot reload needs
 */
export function pageHeaders(nonce: string, dev: boolean): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(nonce, dev),
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    ...commonHeaders(),
  }
}

/** Headers of every answer, SCIM too. */
export const commonHeaders = (): Record<string, string> => ({
  'x-content-type-options': 'nosniff',
  ...(origin().startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
})

/** Styles set on elements (widths of columns, places of panels) need 'unsafe-inline' for attributes, not for sheets. */
const contentSecurityPolicy = (nonce: string, dev: boolean) =>
  [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    dev ? `style-src 'self' 'unsafe-inline'` : `style-src 'self' 'nonce-${nonce}'`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; ')
