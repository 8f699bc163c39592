import { delimiterSigns, type Delimiters } from '../vendors/clearinghouse/x12/delimiters.ts'
import { firstLaboratory } from '../vendors/laboratory/provider.ts'
import { wellKnownSecrets, type ConfigReader } from './config-reader.ts'
import type {
  Address,
  ClearinghouseConfig,
  LaboratoryConfig,
  PartnersConfig,
  PharmacyConfig,
  SmtpConfig,
  Station,
  StripeConfig,
  TelnyxConfig,
} from './partners-config.ts'

/** A partner is configured when its first variable is set. The others are then required. */
const requireVariable =
  (reader: ConfigReader, reason: string) =>
  (name: string): string => {
    const value = reader.optional(name)
    if (value === null) reader.fault(name, `is needed, because VISITKIT_${reason} is set`)
    return value ?? ''
  }

const readAddress = (reader: ConfigReader, name: string, value: string): Address => {
  const [, host = '', port = ''] = value.match(/^(.+):(\d{1,5})$/) ?? []
  if (host === '' || Number(port) > 65_535) reader.fault(name, 'must be host:port, e.g. lab.example:2575')
  return { host, port: Number(port) }
}

/** `application/facility`: neither part may contain a slash. */
const readParts = (reader: ConfigReader, name: string, value: string, shape: string): string[] => {
  const parts = value.split('/').map((part) => part.trim())
  if (parts.length !== shape.split('/').length || parts.includes(''))
    reader.fault(name, `must be ${shape}, divided by slashes`)
  return parts
}

const readStation = (reader: ConfigReader, name: string, value: string): Station => {
  const [application = '', facility = ''] = readParts(reader, name, value, 'application/facility')
  return { application, facility }
}

const readPharmacy = (reader: ConfigReader): PharmacyConfig | null => {
  if (reader.optional('PHARMACY_URL') === null) return null
  const need = requireVariable(reader, 'PHARMACY_URL')
  const [first = need('PHARMACY_SECRETS'), ...others] = reader.list('PHARMACY_SECRETS')
  return {
    baseUrl: reader.url('PHARMACY_URL', ''),
    accountId: need('PHARMACY_ACCOUNT'),
    secrets: [first, ...others],
    // A network that validates against NCPDP's schemas refuses structured directions without licensed codes. They are optional,
    // so a prescription must not fail because of them.
    directions: reader.oneOf(
      'PHARMACY_DIRECTIONS',
      ['structured', 'text'],
      reader.optional('MODE') === 'production' ? 'text' : 'structured',
    ),
  }
}

const readLaboratory = (reader: ConfigReader): LaboratoryConfig | null => {
  const address = reader.optional('LABORATORY_ADDRESS')
  if (address === null) return null
  const need = requireVariable(reader, 'LABORATORY_ADDRESS')
  const receiver = readStation(reader, 'LABORATORY_RECEIVER', need('LABORATORY_RECEIVER'))
  const others = readOtherLaboratories(reader)
  return {
    name: reader.text('LABORATORY_NAME', receiver.facility),
    address: readAddress(reader, 'LABORATORY_ADDRESS', address),
    tls: reader.oneOf('LABORATORY_TLS', ['required', 'none'], 'required'),
    sender: readStation(reader, 'LABORATORY_SENDER', need('LABORATORY_SENDER')),
    receiver,
    others,
    processing: reader.oneOf('LABORATORY_PROCESSING', ['P', 'T'], 'P'),
    listen: readAddress(reader, 'LABORATORY_LISTEN', need('LABORATORY_LISTEN')),
    listenTls: readListenTls(reader),
    facilities: withCertificates(
      reader,
      reader.list('LABORATORY_FACILITIES').map((entry) => readFacility(reader, entry, others)),
    ),
  }
}

const readOtherLaboratories = (reader: ConfigReader): LaboratoryConfig['others'] => {
  const seen = new Set([firstLaboratory])
  return reader.list('LABORATORY_OTHERS').map((entry) => {
    const [id = '', name = '', address = '', application = '', facility = ''] = readParts(
      reader,
      'LABORATORY_OTHERS',
      entry,
      'id/name/host:port/application/facility',
    )
    if (!/^[a-z0-9-]{1,40}$/.test(id) || seen.has(id))
      reader.fault('LABORATORY_OTHERS', 'needs an id of its own for each: letters a to z, digits and hyphens')
    seen.add(id)
    return { id, name, address: readAddress(reader, 'LABORATORY_OTHERS', address), receiver: { application, facility } }
  })
}

const readFacility = (
  reader: ConfigReader,
  given: string,
  others: LaboratoryConfig['others'],
): LaboratoryConfig['facilities'][0] => {
  const [, named, written = ''] = /^(?:([^/=]*)=)?(.*)$/.exec(given) ?? []
  const laboratoryId = named?.trim() ?? firstLaboratory
  if (laboratoryId !== firstLaboratory && !others.some(({ id }) => id === laboratoryId))
    reader.fault('LABORATORY_FACILITIES', 'names a laboratory that VISITKIT_LABORATORY_OTHERS does not have')
  const entry = written.trim()
  const isLatin = entry.endsWith('/latin-1')
  const [application = '', facility = '', organizationId = ''] = readParts(
    reader,
    'LABORATORY_FACILITIES',
    isLatin ? entry.slice(0, -'/latin-1'.length) : entry,
    'application/facility/organization',
  )
  return { application, facility, organizationId, laboratoryId, characterSet: isLatin ? 'latin-1' : 'utf-8' }
}

/** Each sender with the certificate with which it connects, by its fingerprint as `openssl x509 -fingerprint -sha256` writes it. */
const withCertificates = (
  reader: ConfigReader,
  facilities: LaboratoryConfig['facilities'],
): LaboratoryConfig['facilities'] => {
  const name = 'LABORATORY_SENDER_CERTIFICATES'
  const known = new Map<string, string>()
  for (const entry of reader.list('LABORATORY_SENDER_CERTIFICATES')) {
    const [application = '', facility = '', written = ''] = readParts(
      reader,
      name,
      entry,
      'application/facility/sha-256',
    )
    const certificate = written.replaceAll(':', '').toLowerCase()
    if (!/^[0-9a-f]{64}$/.test(certificate))
      reader.fault(name, 'needs the SHA-256 of each certificate: 64 hexadecimal digits')
    if (!facilities.some((each) => each.application === application && each.facility === facility))
      reader.fault(name, 'names a sender that VISITKIT_LABORATORY_FACILITIES does not have')
    known.set(`${application}/${facility}`, certificate)
  }
  return facilities.map((each) => {
    const certificate = known.get(`${each.application}/${each.facility}`)
    return certificate === undefined ? each : { ...each, certificate }
  })
}

/** A certificate without its key, or a client CA without both, is an error. It never means a listener without TLS. */
const readListenTls = (reader: ConfigReader): LaboratoryConfig['listenTls'] => {
  const certificateFile = reader.optional('LABORATORY_CERTIFICATE')
  const keyFile = reader.optional('LABORATORY_KEY')
  const clientsCaFile = reader.optional('LABORATORY_CLIENTS_CA')
  if (certificateFile === null && keyFile === null && clientsCaFile === null) return null
  if (certificateFile === null)
    reader.fault('LABORATORY_CERTIFICATE', 'is needed with LABORATORY_KEY and LABORATORY_CLIENTS_CA')
  if (keyFile === null)
    reader.fault('LABORATORY_KEY', 'is needed with LABORATORY_CERTIFICATE and LABORATORY_CLIENTS_CA')
  return { certificateFile: certificateFile ?? '', keyFile: keyFile ?? '', clientsCaFile }
}

const readClearinghouse = (reader: ConfigReader): ClearinghouseConfig | null => {
  if (reader.optional('CLEARINGHOUSE_URL') === null) return null
  const need = requireVariable(reader, 'CLEARINGHOUSE_URL')
  const parts = (name: string, shape: string): string[] => readParts(reader, name, need(name), shape)
  const [id = '', name = '', contact = '', phone = ''] = parts('CLEARINGHOUSE_SUBMITTER', 'id/name/contact/phone')
  const [receiverId = '', receiverName = ''] = parts('CLEARINGHOUSE_RECEIVER', 'id/name')
  return {
    organizationId: need('CLEARINGHOUSE_ORGANIZATION'),
    baseUrl: reader.url('CLEARINGHOUSE_URL', ''),
    apiKey: need('CLEARINGHOUSE_API_KEY'),
    submitter: { id, name, contact, phone },
    receiver: { id: receiverId, name: receiverName },
    usage: reader.oneOf('CLEARINGHOUSE_USAGE', ['production', 'test'], 'test'),
    delimiters: readDelimiters(reader),
    serviceTypes: readServiceTypes(reader),
    senders: readSenders(reader),
  }
}

const readDelimiters = (reader: ConfigReader): Delimiters | null => {
  const value = reader.optional('CLEARINGHOUSE_DELIMITERS')
  if (value === null) return null
  const signs = Array.from(value)
  const [element = '', repetition = '', component = '', segment = ''] = signs
  if (signs.length !== 4 || new Set(signs).size !== 4 || signs.some((sign) => !delimiterSigns.has(sign)))
    reader.fault('CLEARINGHOUSE_DELIMITERS', 'must be four different signs, such as *^:~')
  return { element, repetition, component, segment }
}

const readServiceTypes = (reader: ConfigReader): readonly string[] => {
  const types = reader.list('CLEARINGHOUSE_SERVICE_TYPES')
  if (types.some((type) => !/^[A-Z0-9]{1,2}$/.test(type)) || types.length > 99)
    reader.fault('CLEARINGHOUSE_SERVICE_TYPES', 'must be service type codes of X12, such as 30,98')
  return types.length === 0 ? ['30', '98'] : types
}

const readSenders = (reader: ConfigReader): readonly string[] => {
  const senders = reader.list('CLEARINGHOUSE_SENDERS')
  if (senders.some((id) => !/^[\x20-\x7e]{1,15}$/.test(id)))
    reader.fault('CLEARINGHOUSE_SENDERS', 'must be ids of X12 senders (ISA06), at most 15 characters each')
  return senders
}

const readStripe = (reader: ConfigReader): StripeConfig | null => {
  const apiKey = reader.optional('STRIPE_API_KEY')
  if (apiKey === null) return null
  const need = requireVariable(reader, 'STRIPE_API_KEY')
  need('STRIPE_ORGANIZATION')
  return {
    organizationIds: reader.list('STRIPE_ORGANIZATION'),
    apiKey,
    webhookSecret: need('STRIPE_WEBHOOK_SECRET'),
    apiBase: reader.optional('STRIPE_API_BASE'),
  }
}

const smtpTls = { 'smtps:': 'implicit', 'smtp:': 'required', 'smtp+plain:': 'none' } as const

const readSmtp = (reader: ConfigReader): SmtpConfig | null => {
  const value = reader.optional('SMTP_URL')
  if (value === null) return null
  const url = URL.parse(value)
  const tls = url === null ? undefined : smtpTls[url.protocol as keyof typeof smtpTls]
  if (url === null || tls === undefined || url.hostname === '') {
    reader.fault('SMTP_URL', 'must be an address such as smtps://user:password@mail.hospital.example:465')
    return null
  }
  const need = requireVariable(reader, 'SMTP_URL')
  const from = need('MAIL_FROM')
  if (!/^[^@\s<>]+@[^@\s<>]+$/.test(from)) reader.fault('MAIL_FROM', 'must be an e-mail address')
  const reportSecrets = reader.list('MAIL_REPORT_SECRETS')
  if (reportSecrets.some((secret) => !/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/.test(secret)))
    reader.fault('MAIL_REPORT_SECRETS', 'must be secrets of Standard Webhooks: whsec_ and at least 24 bytes in base64')
  return {
    host: url.hostname,
    port: Number(url.port) || (tls === 'implicit' ? 465 : 587),
    tls,
    auth:
      url.username === ''
        ? null
        : { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) },
    from,
    reportSecrets,
  }
}

const readTelnyx = (reader: ConfigReader): TelnyxConfig | null => {
  const apiKey = reader.optional('TELNYX_API_KEY')
  if (apiKey === null) return null
  const need = requireVariable(reader, 'TELNYX_API_KEY')
  return {
    apiKey,
    from: need('TELNYX_FROM'),
    publicKey: need('TELNYX_PUBLIC_KEY'),
    apiBase: reader.optional('TELNYX_API_BASE'),
  }
}

export const readPartners = (reader: ConfigReader): PartnersConfig => ({
  pharmacy: readPharmacy(reader),
  laboratory: readLaboratory(reader),
  clearinghouse: readClearinghouse(reader),
  stripe: readStripe(reader),
  smtp: readSmtp(reader),
  telnyx: readTelnyx(reader),
})

/** Settings that production refuses. */
export const validateProductionPartners = (reader: ConfigReader, partners: PartnersConfig): void => {
  const { pharmacy, laboratory, clearinghouse, stripe, smtp, telnyx } = partners
  for (const [name, url] of [
    ['PHARMACY_URL', pharmacy?.baseUrl],
    ['CLEARINGHOUSE_URL', clearinghouse?.baseUrl],
    ['STRIPE_API_BASE', stripe?.apiBase],
    ['TELNYX_API_BASE', telnyx?.apiBase],
  ] as const)
    if (url?.startsWith('http:')) reader.fault(name, 'must begin with https:// in production')
  for (const [name, secret] of [
    ['PHARMACY_SECRETS', pharmacy?.secrets[0]],
    ['CLEARINGHOUSE_API_KEY', clearinghouse?.apiKey],
    ['STRIPE_API_KEY', stripe?.apiKey],
    ['STRIPE_WEBHOOK_SECRET', stripe?.webhookSecret],
    ['TELNYX_API_KEY', telnyx?.apiKey],
  ] as const)
    if (secret !== undefined && wellKnownSecrets.test(secret))
      reader.fault(name, 'is a value from the examples: set your own')
  if (laboratory !== null && (laboratory.tls === 'none' || laboratory.listenTls === null))
    reader.fault('LABORATORY_TLS', 'must be required in production, with LABORATORY_CERTIFICATE and LABORATORY_KEY')
  // MSH-3 and MSH-4 are not secret. Without client certificates, anyone who reaches the port can write into charts.
  if (laboratory != null && laboratory.others.length > 0 && laboratory.facilities.some((each) => !each.certificate))
    reader.fault(
      'LABORATORY_SENDER_CERTIFICATES',
      'is needed for each sender in production with several laboratories: none may write in the name of another',
    )
  if (laboratory?.listenTls != null && laboratory.listenTls.clientsCaFile === null)
    reader.fault('LABORATORY_CLIENTS_CA', 'is needed in production: only senders with a certificate are let in')
  if (smtp?.tls === 'none') reader.fault('SMTP_URL', 'must use TLS in production: smtps:// or smtp://')
}
