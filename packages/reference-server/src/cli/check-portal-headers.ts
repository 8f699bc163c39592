import { EgressRefused } from '../platform/egress/egress-refused.ts'
import type { Egress } from '../platform/egress/egress.ts'
import type { PlatformDatabase } from '../platform/database/open/open-database.ts'
import { createClientRegistry } from '../platform/identity/client-registry.ts'
import { fault, ok, warning, type Finding } from './finding.ts'

/** By name, in lower case: `script-src` -> `'self' https://…`. Of two policies, both apply; the first is judged. */
const directivesOf = (policy: string): ReadonlyMap<string, readonly string[]> => {
  const directives = new Map<string, readonly string[]>()
  for (const directive of (policy.split(',')[0] ?? '').split(';')) {
    const [name = '', ...values] = directive.trim().split(/\s+/)
    if (name !== '' && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), values)
  }
  return directives
}

const unsafeSources: ReadonlySet<string> = new Set([
  "'unsafe-inline'",
  "'unsafe-eval'",
  '*',
  'data:',
  'http:',
  'https:',
])

/** What a page with these headers lets another site, or a script in it, do. Empty: nothing of it. */
export const faultsOfHeaders = (headers: Headers): readonly string[] => {
  const directives = directivesOf(headers.get('content-security-policy') ?? '')
  const scripts = directives.get('script-src') ?? directives.get('default-src')
  // Browsers ignore 'unsafe-inline' next to a nonce or a hash.
  const isNamed = scripts?.some((source) => /^'(nonce|sha\d+)-/.test(source)) ?? false
  const unsafe = scripts?.filter((source) => unsafeSources.has(source) && !(isNamed && source === "'unsafe-inline'"))
  const ancestors = directives.get('frame-ancestors')
  return [
    ...(ancestors === undefined || ancestors.some((source) => source === '*' || source.endsWith(':'))
      ? ["any site can frame it: name those that may in frame-ancestors, or 'none'"]
      : []),
    ...(unsafe === undefined
      ? ['any script runs in it: name the sources in script-src']
      : unsafe.map((source) => `script-src has ${source}`)),
    ...(directives.has('base-uri') ? [] : ['base-uri is missing']),
    ...(headers.get('cross-origin-opener-policy')?.startsWith('same-origin')
      ? []
      : ['a page that opened it keeps a handle: set Cross-Origin-Opener-Policy to same-origin']),
    ...(headers.get('x-content-type-options') === 'nosniff' ? [] : ['X-Content-Type-Options is not nosniff']),
  ]
}

/** The elements are part of the portal's page, so its headers protect them too. */
export const checkPortalHeaders = async (database: PlatformDatabase, egress: Egress): Promise<readonly Finding[]> => {
  const findings: Finding[] = []
  for (const origin of await createClientRegistry(database).origins()) {
    try {
      const { headers, body } = await egress
        .toRegistered('portal', origin)
        .fetch(`${origin}/`, { signal: AbortSignal.timeout(5_000) })
      await body?.cancel()
      const faults = faultsOfHeaders(headers)
      findings.push(
        faults.length === 0
          ? ok('portals', `The headers of ${origin} keep other sites and scripts out.`)
          : fault('portals', `${origin}: ${faults.join('; ')}. The guide "first hour" has headers that suffice.`),
      )
    } catch (error) {
      if (error instanceof EgressRefused && error.code === 'without-tls') {
        findings.push(fault('portals', `${origin} is without TLS: what its pages show can be read on the way.`))
        continue
      }
      findings.push(warning('portals', `${origin} cannot be reached from here, so its headers are not checked.`))
    }
  }
  return findings
}
