import { isIP } from 'node:net'
import type { AuditEvent } from './audit-event-types.ts'

/**
 * Required elements of the Basic Audit Log Patterns (IHE ITI BALP 1.1), written from the published profiles and not from the code: roles of
 * agents, entities, and what must be absent.
 */

const terminology = 'http://terminology.hl7.org/CodeSystem'
const dicom = 'http://dicom.nema.org/resources/ontology/DCM'
const interactions = 'http://hl7.org/fhir/restful-interaction'
const types = `${terminology}/v3-ParticipationType`

type Agent = AuditEvent['agent'][number]
type Entity = AuditEvent['entity'][number]

interface Rule {
  readonly type: readonly [system: string, code: string]
  readonly subtypes: readonly string[]
  readonly action: string
  readonly client: readonly [system: string, code: string]
  readonly server: readonly [system: string, code: string]
  readonly users: readonly string[]
  readonly isQuery?: true
  readonly isClosed?: true
  readonly hasServerAsSource?: true
}

const rest = [`${terminology}/audit-event-type`, 'rest'] as const
const outward = { client: [dicom, '110153'], server: [dicom, '110152'] } as const
const writers = ['AUT', 'INF', 'CST']

const rules: Readonly<Record<string, Rule>> = {
  Read: {
    ...{ type: rest, subtypes: [`${interactions}|read`, `${interactions}|vread`], action: 'R' },
    ...{ client: [dicom, '110152'], server: [dicom, '110153'], users: ['IRCP'] },
  },
  Query: {
    ...{ type: rest, subtypes: ['search', 'search-type', 'search-system'].map((code) => `${interactions}|${code}`) },
    ...{ action: 'E', ...outward, users: ['IRCP'], isQuery: true },
  },
  Create: { type: rest, subtypes: [`${interactions}|create`], action: 'C', ...outward, users: writers },
  Update: {
    ...{ type: rest, subtypes: [`${interactions}|update`, `${interactions}|patch`], action: 'U', ...outward },
    users: writers,
  },
  Delete: {
    ...{ type: rest, subtypes: [`${interactions}|delete`], action: 'D', users: writers, isClosed: true },
    client: [dicom, '110150'],
    server: [`${terminology}/provenance-participant-type`, 'custodian'],
  },
  'PrivacyDisclosure.Source': {
    ...{ type: [dicom, '110106'], subtypes: [`${terminology}/iso-21089-lifecycle|disclose`], action: 'R' },
    ...{ client: [dicom, '110152'], server: [dicom, '110153'], users: writers, hasServerAsSource: true },
  },
}

const base = 'https://profiles.ihe.net/ITI/BALP/StructureDefinition/'

/** What the profiles that the event names require and the event does not have. Empty: it conforms. */
export const balpFaults = (event: AuditEvent): readonly string[] =>
  (event.meta?.profile ?? []).flatMap((url) => {
    if (url === `${base}IHE.BasicAudit.OAUTHaccessTokenUse.Minimal`) return tokenFaults(event)
    return url === `${base}IHE.BasicAudit.AuthZconsent` ? consentFaults(event) : restFaults(event, url)
  })

type Faults = readonly string[]
const faultsOf = (checks: readonly (readonly [boolean, string])[]): Faults =>
  checks.flatMap(([isTrue, what]) => (isTrue ? [] : [what]))

const has = ({ type }: Agent, system: string, code: string): boolean =>
  type.coding.some((coding) => coding.system === system && coding.code === code)

const jti = /^urn:ietf:params:oauth:jti:[^\s:]+$/

/** A client has an IP address or, where that is not known, the URI of its application; a server has a URI. */
const isNetwork = ({ network }: Agent): boolean =>
  network !== undefined && (network.type === '2' ? isIP(network.address) > 0 : URL.canParse(network.address))

/** At least one agent that the token stands for, with the id of the token and nothing else about it. */
const tokenFaults = ({ agent }: AuditEvent): Faults => {
  const users = agent.filter((each) =>
    has(each, 'https://profiles.ihe.net/ITI/BALP/CodeSystem/UserAgentTypes', 'UserOauthAgent'),
  )
  return faultsOf([
    [users.length > 0, 'agent: the one that the token stands for'],
    [users.every(({ requestor }) => requestor), 'agent.requestor of the token'],
    [users.every(({ policy }) => policy?.length === 1 && jti.test(policy[0] ?? '')), 'agent.policy: one jti'],
    [users.every(({ network }) => network === undefined), 'agent.network: a user has none'],
  ])
}

/** The slices of agents and entities of an authorization decision; its entities are closed. */
const consentFaults = ({ type, subtype, action, outcome, agent, entity, source }: AuditEvent): Faults => {
  const one = (system: string, code: string): Agent | undefined => {
    const found = agent.filter((each) => has(each, system, code))
    return found.length === 1 ? found[0] : undefined
  }
  const [client, user] = [one(dicom, '110150'), one(types, 'IRCP')]
  const organization = one(`${terminology}/v3-RoleClass`, 'PROV')
  const authorizer = one(`${terminology}/extra-security-role-type`, 'authserver')
  const entities = (code: string): readonly Entity[] => entity.filter((each) => each.type.code === code)
  const [patients, consents, tokens] = [entities('1'), entities('Consent'), entities('UserOauthAgent')]
  return faultsOf([
    [type.system === dicom && type.code === '110113', 'type: a security alert'],
    [subtype.some(({ code }) => code === 'AuthZ-Consent'), 'subtype'],
    [action === 'E' && ['0', '4', '8'].includes(outcome), 'action and outcome'],
    [client !== undefined && isNetwork(client) && client.role === undefined, 'agent: one client, with its network'],
    [client?.purposeOfUse === undefined, 'agent.purposeOfUse: the client has none'],
    [user?.requestor === true && user.network === undefined, 'agent: one user, the requestor, without a network'],
    [organization?.requestor === false && organization.role === undefined, 'agent: one organization'],
    [authorizer?.requestor === false && authorizer.network === undefined, 'agent: one authorizer'],
    [JSON.stringify(authorizer?.who) === JSON.stringify(source.observer), 'val-audit-source'],
    [patients.length === 1 && JSON.stringify(patients[0]?.what).includes('"Patient/'), 'entity: one patient'],
    [consents.length > 0 && consents.every(({ what }) => what !== undefined), 'entity: at least one consent'],
    [
      tokens.length <= 1 && tokens.every(({ what }) => JSON.stringify(what).includes('oauth:jti:')),
      'entity: the token',
    ],
    [entity.length === patients.length + consents.length + tokens.length, 'entity: closed'],
  ])
}

const restFaults = (event: AuditEvent, url: string): Faults => {
  const name = url.replace(base, '').replace(/^(IHE|ITI)\.BasicAudit\./, '')
  const isPatient = name.startsWith('Patient') || name.startsWith('PrivacyDisclosure')
  const rule = rules[name.replace(/^Patient/, '')]
  if (rule === undefined) return [`no rule for the profile "${url}"`]
  const faults: string[] = []
  const need = (isTrue: boolean, what: string): void => {
    if (!isTrue) faults.push(what)
  }
  const { agent, entity, type, subtype, action, outcome, recorded, source } = event
  need(type.system === rule.type[0] && type.code === rule.type[1], 'type')
  need(
    subtype.length > 0 && subtype.every(({ system, code }) => rule.subtypes.includes(`${system}|${code}`)),
    'subtype',
  )
  need(action === rule.action, 'action')
  need(outcome === '0', 'outcome: the profiles are of what succeeded')
  need(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(recorded), 'recorded')
  need(source.observer.identifier.value !== '', 'source.observer')

  const ofType = ([system, code]: readonly [string, string]): readonly Agent[] =>
    agent.filter((each) => each.type.coding.some((coding) => coding.system === system && coding.code === code))
  const [clients, servers] = [ofType(rule.client), ofType(rule.server)]
  const users = agent.filter((each) => each.type.coding.some(({ system }) => system === types))
  need(clients.length === 1 && servers.length === 1, 'agent: one client and one server')
  // Which of the two is the program of the caller is known from its identifier.
  const isOf = (agents: readonly Agent[], kind: 'client' | 'server'): boolean =>
    agents[0]?.who.identifier.system === `urn:visitkit:${kind}`
  need(isOf(clients, 'client') && isOf(servers, 'server'), 'agent: the direction of client and server')
  need(users.length <= 1, 'agent: at most one user')
  for (const each of servers) need(each.network?.type === '5', 'agent.network of the server: its URI')
  for (const each of [...clients, ...servers]) {
    need(each.who.identifier.value !== '', 'agent.who')
    need(isNetwork(each), 'agent.network of client and server')
    if (rule.isClosed)
      need(each.role === undefined && each.purposeOfUse === undefined, 'agent: client and server have no role')
  }
  for (const each of users) {
    need(each.network === undefined, 'agent.network: a user has none')
    need(each.requestor, 'agent.requestor of the user')
    need(
      // The type is a pattern: codings of other systems, such as that of a token's agent, may stand next to it.
      each.type.coding.every(({ system, code }) => system !== types || rule.users.includes(code)),
      'agent.type of the user',
    )
    need(
      (each.role?.length ?? 0) > 0 && (each.purposeOfUse?.length ?? 0) > 0,
      'agent.role and purposeOfUse of the user',
    )
  }
  need(agent.filter(({ requestor }) => requestor).length === 1, 'agent.requestor: one')
  if (rule.hasServerAsSource)
    need(JSON.stringify(servers[0]?.who) === JSON.stringify(source.observer), 'val-audit-source')

  const entities = (code: string): readonly Entity[] =>
    entity.filter((each) => each.type.system === `${terminology}/audit-entity-type` && each.type.code === code)
  const [patients, data] = [entities('1'), entities('2')]
  need(patients.length === (isPatient ? 1 : 0), 'entity: one patient if the profile has one')
  for (const each of patients) {
    need(
      each.what !== undefined && 'reference' in each.what && /^Patient\/.+/.test(each.what.reference),
      'entity.what of the patient',
    )
    need(each.role?.system === `${terminology}/object-role` && each.role.code === '1', 'entity.role of the patient')
    need(each.detail === undefined && each.query === undefined, 'entity: the patient has nothing else')
  }
  need(data.length === 1, 'entity: one of data, or one query')
  for (const each of data) {
    need(each.role?.system === `${terminology}/object-role`, 'entity.role')
    if (rule.isQuery) {
      need(
        each.role?.code === '24' && each.what === undefined && each.detail === undefined,
        'entity: a query has no what and no detail',
      )
      need(
        (each.query ?? '') !== '' && Buffer.from(each.query ?? '', 'base64').toString('base64') === each.query,
        'entity.query',
      )
    } else {
      need(['3', '4', '20'].includes(each.role?.code ?? ''), 'entity.role of data')
      need(each.what !== undefined && each.query === undefined, 'entity.what of data')
    }
    if (rule.isClosed) need(each.detail === undefined, 'entity.detail: a delete has none')
  }
  if (rule.isClosed) need(entity.length === 2 && agent.length <= 3, 'closed: two entities and at most three agents')
  return faults
}
