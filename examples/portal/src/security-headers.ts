import type { PortalConfig } from './config.ts'

const socketOrigin = (url: string): string => url.replace(/^http/, 'ws')

/**
 * The headers of every page. No inline scripts, no eval, nothing from third parties, and Trusted Types enforced: the elements support this.
 * `connect-src` names the Visitkit server and, when a vendor carries the video, the vendor.
 */
export const securityHeaders = (config: PortalConfig): Readonly<Record<string, string>> => {
  const video = config.videoOrigins.join(' ')
  const directives = [
    "default-src 'none'",
    `script-src 'self' ${video}`,
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob: mediastream:",
    `connect-src 'self' ${config.visitkitUrl} ${socketOrigin(config.visitkitUrl)} ${video} ${config.videoOrigins.map(socketOrigin).join(' ')}`,
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    // Daily's script sets a script's address as plain text; the elements' policy named `default` permits only that address.
    `trusted-types lit-html ${video ? 'default' : ''}`,
  ]
  return {
    'content-security-policy': directives.map((directive) => directive.trim().replace(/\s+/g, ' ')).join('; '),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(self), microphone=(self), display-capture=(self), geolocation=()',
    'cache-control': 'no-store',
  }
}
