import type { Config } from '../config.ts'
import { vendorOfLaboratory } from './vendor-of-laboratory.ts'
import { hostAndPort, type Destination } from '../platform/egress/destination.ts'

type Named = Pick<Destination, 'name' | 'setting' | 'needsAgreement'> & Partial<Pick<Destination, 'mayBePrivate'>>

/**
 * Every recipient that this deployment may connect to, derived from its settings. Identity providers are registered with organizations,
 * and are not listed here.
 */
export const egressDestinations = (config: Config): readonly Destination[] => {
  const { mode, partners, privateHosts, webhookHosts, daily, keyService, witness } = config
  const { pharmacy, laboratory, clearinghouse, stripe, smtp, telnyx } = partners
  const isPrivate = (host: string): boolean => mode === 'development' || privateHosts.includes(host.toLowerCase())
  const at = (url: string | null | undefined, named: Named): readonly Destination[] => {
    if (url == null) return []
    const address = hostAndPort(url)
    return [{ mayBePrivate: isPrivate(address.host), ...named, ...address }]
  }
  const partner = (name: string, setting: string): Named => ({ name, setting, needsAgreement: true })
  const own = (name: string, setting: string): Named => ({ name, setting, needsAgreement: false, mayBePrivate: true })
  return [
    ...at(postgres(config.databaseUrl), own('database', 'VISITKIT_DATABASE_URL')),
    ...at(postgres(config.databaseAppUrl), own('database', 'VISITKIT_DATABASE_APP_URL')),
    ...at(keyService?.url, own('key-service', 'VISITKIT_KEY_SERVICE_URL')),
    ...at(witness?.url, own('witness', 'VISITKIT_WITNESS_URL')),
    ...at(daily && (daily.apiBase ?? 'https://api.daily.co'), partner('daily', 'VISITKIT_DAILY_API_BASE')),
    ...at(pharmacy?.baseUrl, partner('pharmacy', 'VISITKIT_PHARMACY_URL')),
    ...at(laboratory && `tcp://${hostIn(laboratory.address)}`, partner('laboratory', 'VISITKIT_LABORATORY_ADDRESS')),
    ...(laboratory?.others ?? []).flatMap(({ id, address }) =>
      at(`tcp://${hostIn(address)}`, partner(vendorOfLaboratory(id), 'VISITKIT_LABORATORY_OTHERS')),
    ),
    ...at(clearinghouse?.baseUrl, partner('clearinghouse', 'VISITKIT_CLEARINGHOUSE_URL')),
    ...at(stripe && (stripe.apiBase ?? 'https://api.stripe.com'), partner('stripe', 'VISITKIT_STRIPE_API_BASE')),
    ...at(smtp && `tcp://${hostIn(smtp)}`, partner('smtp', 'VISITKIT_SMTP_URL')),
    ...at(telnyx && (telnyx.apiBase ?? 'https://api.telnyx.com'), partner('telnyx', 'VISITKIT_TELNYX_API_BASE')),
    ...webhookDestinations(mode, webhookHosts),
  ].filter(
    (each, place, all) =>
      all.findIndex(({ name, host, port }) => name === each.name && host === each.host && port === each.port) === place,
  )
}

const hostIn = ({ host, port }: { readonly host: string; readonly port: number }): string =>
  `${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${port}`

/** Null for the embedded database and for a socket of this machine, which need no connection to a host. */
const postgres = (url: string | null): string | null =>
  url !== null && /^postgres(ql)?:/.test(url) && URL.canParse(url) && new URL(url).hostname !== '' ? url : null

/** In development, to any address unless hosts are set. In production, to these hosts only, and never to a private address. */
const webhookDestinations = (mode: Config['mode'], hosts: Config['webhookHosts']): readonly Destination[] => {
  const named = { name: 'webhook', setting: 'VISITKIT_WEBHOOK_HOSTS', needsAgreement: false }
  const mayBePrivate = mode === 'development'
  if (mode === 'development' && hosts.length === 0) return [{ ...named, host: '*', port: 0, mayBePrivate }]
  return hosts.map(({ host, port }) => ({ ...named, host, port, mayBePrivate }))
}
