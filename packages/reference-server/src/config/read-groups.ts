import { resolve } from 'node:path'
import type { ConfigReader } from './config-reader.ts'
import type {
  Config,
  DailyConfig,
  KeyServiceConfig,
  TlsFiles,
  VendorAgreementConfig,
  WitnessConfig,
} from './settings.ts'

/* Settings that are given together: each of a group is needed where one of them is set. */

export const readDaily = (reader: ConfigReader): DailyConfig => {
  const required = (name: string): string => {
    const value = reader.optional(name)
    if (value === null) reader.fault(name, 'is needed, because VISITKIT_VIDEO names daily')
    return value ?? ''
  }
  return {
    mode: reader.oneOf('DAILY_MODE', ['hipaa', 'plain'], 'hipaa'),
    apiKey: required('DAILY_API_KEY'),
    domainId: reader.optional('DAILY_DOMAIN_ID'),
    webhookSecret: reader.optional('DAILY_WEBHOOK_SECRET'),
    apiBase: reader.optional('DAILY_API_BASE'),
  }
}

export const readTls = (reader: ConfigReader): TlsFiles | null => {
  const certificateFile = reader.optional('TLS_CERTIFICATE')
  const keyFile = reader.optional('TLS_KEY')
  if (certificateFile === null && keyFile === null) return null
  if (certificateFile === null) reader.fault('TLS_CERTIFICATE', 'is needed with VISITKIT_TLS_KEY')
  if (keyFile === null) reader.fault('TLS_KEY', 'is needed with VISITKIT_TLS_CERTIFICATE')
  return { certificateFile: resolve(certificateFile ?? ''), keyFile: resolve(keyFile ?? '') }
}

export const readKeyService = (reader: ConfigReader): KeyServiceConfig | null => {
  if (reader.optional('KEY_SERVICE_URL') === null) return null
  const tokenFile = reader.optional('KEY_SERVICE_TOKEN_FILE')
  if (tokenFile === null) reader.fault('KEY_SERVICE_TOKEN_FILE', 'is needed, because VISITKIT_KEY_SERVICE_URL is set')
  return {
    url: reader.url('KEY_SERVICE_URL', ''),
    keyName: reader.text('KEY_SERVICE_KEY', 'visitkit'),
    tokenFile: resolve(tokenFile ?? ''),
  }
}

export const readDowntime = (reader: ConfigReader): Config['downtime'] => {
  const [key, folder] = [reader.optional('DOWNTIME_KEY'), reader.optional('DOWNTIME_FOLDER')]
  if ((key === null) !== (folder === null))
    reader.fault(key === null ? 'DOWNTIME_KEY' : 'DOWNTIME_FOLDER', 'is needed with the other one of the downtime list')
  return key === null || folder === null ? null : { key: resolve(key), folder: resolve(folder) }
}

export const readWitness = (reader: ConfigReader): WitnessConfig | null => {
  if (reader.optional('WITNESS_URL') === null) return null
  const [keyFile, tokenFile] = [reader.optional('WITNESS_KEY'), reader.optional('WITNESS_TOKEN_FILE')]
  if (keyFile === null) reader.fault('WITNESS_KEY', 'is needed, because VISITKIT_WITNESS_URL is set')
  if (tokenFile === null) reader.fault('WITNESS_TOKEN_FILE', 'is needed, because VISITKIT_WITNESS_URL is set')
  return {
    url: reader.url('WITNESS_URL', ''),
    keyFile: resolve(keyFile ?? ''),
    tokenFile: resolve(tokenFile ?? ''),
  }
}

export const readAgreements = (reader: ConfigReader): readonly VendorAgreementConfig[] =>
  reader.list('VENDOR_AGREEMENTS').flatMap((entry) => {
    const [vendor, region, from, to = ''] = entry.split(':')
    const begins = new Date(`${from}T00:00:00Z`)
    const ends = to === '' ? null : new Date(`${to}T00:00:00Z`)
    if (!vendor || !region || Number.isNaN(begins.getTime()) || (ends !== null && Number.isNaN(ends.getTime()))) {
      reader.fault(
        'VENDOR_AGREEMENTS',
        'must list vendor:region:from:to, e.g. daily:us:2026-01-01:2027-12-31, by commas; to may be empty',
      )
      return []
    }
    return [{ vendor, region, from: begins, to: ends }]
  })

export const readRegions = (reader: ConfigReader, entries: readonly string[]): Config['otherRegions'] =>
  entries.flatMap((entry) => {
    const [, region = '', url = ''] = /^([a-z0-9-]+)=(https?:\/\/[^\s]+[^/\s])$/i.exec(entry) ?? []
    if (!URL.canParse(url)) {
      reader.fault(
        'REGIONS',
        'must list region=URL, e.g. eu=https://eu.visits.example, by commas and without a slash at the end',
      )
      return []
    }
    return [{ region, url }]
  })

export const readTurn = (reader: ConfigReader): Config['turn'] => {
  const urls = reader.list('TURN_URLS')
  const secret = reader.optional('TURN_SECRET')
  if (urls.length === 0 && secret === null) return null
  if (urls.length === 0) reader.fault('TURN_URLS', 'is needed, because VISITKIT_TURN_SECRET is set')
  if (secret === null) reader.fault('TURN_SECRET', 'is needed, because VISITKIT_TURN_URLS is set')
  for (const url of urls)
    if (!/^turns?:[^/?#]+(\?transport=(udp|tcp))?$/.test(url))
      reader.fault(
        'TURN_URLS',
        'must list turn:host:port or turns:host:port, each with ?transport=udp or tcp, by commas',
      )
  return { urls, secret: secret ?? '' }
}
