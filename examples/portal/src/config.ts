/** The addresses of the portal and of the systems that it uses. Defaults are the demo's. */
export interface PortalConfig {
  readonly port: number
  /** Public address of this portal; also the origin to which Visitkit sessions are bound. */
  readonly origin: string
  /** The health system's own identity provider (OpenID Connect). */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Public address of the Visitkit server. */
  readonly visitkitUrl: string
  /** The portal's own credential at the Visitkit server. */
  readonly visitkitClientId: string
  readonly visitkitClientSecret: string
  /** Origins of the video vendor that a browser may connect to; empty for calls between browsers. */
  readonly videoOrigins: readonly string[]
  /** Folder of the call machine for the simulated vendor; absent for the real one. */
  readonly videoBundlePath: string | null
  /** Folder with the built elements. */
  readonly elementsFolder: string
}

const setting = (name: string, fallback?: string): string => {
  const value = process.env[name] ?? fallback
  if (value === undefined || value === '')
    throw new Error(
      `The portal needs ${name}. Set it in the environment; examples/portal/README.md lists all settings.`,
    )
  return value
}

export const readConfig = (): PortalConfig => {
  const port = Number(setting('PORTAL_PORT', '4300'))
  return Object.freeze({
    port,
    origin: setting('PORTAL_ORIGIN', `http://localhost:${port}`),
    issuer: setting('PORTAL_ISSUER'),
    clientId: setting('PORTAL_CLIENT_ID'),
    clientSecret: setting('PORTAL_CLIENT_SECRET'),
    visitkitUrl: setting('VISITKIT_URL'),
    visitkitClientId: setting('VISITKIT_CLIENT_ID'),
    visitkitClientSecret: setting('VISITKIT_CLIENT_SECRET'),
    videoOrigins: setting('PORTAL_VIDEO_ORIGINS', ' ').split(/\s+/).filter(Boolean),
    videoBundlePath: process.env['PORTAL_VIDEO_BUNDLE'] ?? null,
    elementsFolder: setting('PORTAL_ELEMENTS'),
  })
}
