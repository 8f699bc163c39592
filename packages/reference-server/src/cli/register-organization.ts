import { readFile } from 'node:fs/promises'
import { composeServer, type ComposedServer } from '../compose-server.ts'
import { readConfig, type Config } from '../config.ts'
import { loadBillingPack, setUpBilling, type BillingSettings } from '../domains/billing/index.ts'
import { loadConsentPack, publishStarterTexts } from '../domains/consent/index.ts'
import { createOrganization, type addMember } from '../domains/directory/index.ts'
import { installSpecialties, loadSpecialtyPacks } from '../domains/scheduling/index.ts'
import { newId } from '../platform/database/ids/new-id.ts'
import type { RegisteredClient, RegisteredIssuer } from '../platform/identity/registered-client.ts'
import { runForOrganization } from '../platform/system/run-for-organization.ts'
import type { WriteContext } from '../platform/contracts/context.ts'
import { operatorAccess } from './command-line-access.ts'
import { operator } from './list-dead-letters.ts'
import { operatorDirectory } from './operator-directory.ts'

/** The file with which an operator registers a health system. `organization` is the contract's Organization without id and version. */
export interface OrganizationFile {
  /** Default: a new id. */
  readonly id?: string
  readonly organization: Parameters<typeof createOrganization>[1]
  /** OpenID Connect issuers that the organization trusts for sign-in. */
  readonly issuers: readonly RegisteredIssuer[]
  /** Portals and programs that may obtain sessions. If the secret is absent, one is generated and printed once. */
  readonly clients: readonly (Omit<RegisteredClient, 'organizationId' | 'roles' | 'isKiosk'> &
    Partial<Pick<RegisteredClient, 'roles' | 'isKiosk'>> & { readonly secret?: string })[]
  /** The first members, such as an administrator, each with the sign-in that they use. All others are invited. */
  readonly members?: readonly Parameters<typeof addMember>[1][]
  /** Packs to install at registration. */
  readonly packs?: {
    /** Specialty codes, or `all`. */
    readonly specialties?: 'all' | readonly string[]
    /** Publishes the starter consent texts; name who reviewed the translations. */
    readonly consentTextsReviewedBy?: string
  }
  /** The billing provider. Payers and initial prices come from the billing pack. */
  readonly billing?: BillingSettings
}

export interface RegisteredOrganization {
  readonly id: string
  /** Generated secrets of clients that had none: shown once, not stored. */
  readonly secrets: Readonly<Record<string, string>>
}

/**
 * Registers a health system: the organization, its issuers, its clients, and the contents of the packs, with the prices of
 * imported service codes.
 */
export const registerOrganization = async (
  server: ComposedServer,
  file: OrganizationFile,
  codeSetFolder?: string,
): Promise<RegisteredOrganization> => {
  const id = file.id ?? newId()
  const keepAs = <T>(domain: string, keep: (context: WriteContext) => Promise<T>): Promise<T> =>
    runForOrganization(server.platform.unitOfWork, domain, operator)(id, new Date(), keep)
  await keepAs('directory', (context) => createOrganization(context, file.organization))
  for (const issuer of file.issuers) await server.identity.clients.registerIssuer(id, issuer)
  const secrets: Record<string, string> = {}
  for (const client of file.clients) {
    const { secret } = await server.identity.clients.register({ ...client, organizationId: id })
    if (client.secret === undefined) secrets[client.clientId] = secret
  }
  const directory = operatorDirectory(server, id, () => new Date())
  for (const member of file.members ?? []) await directory.addMember(member)
  const { specialties, consentTextsReviewedBy } = file.packs ?? {}
  if (specialties !== undefined) {
    const packs = loadSpecialtyPacks(new Date().toISOString().slice(0, 10))
    const wanted = specialties === 'all' ? packs : new Map([...packs].filter(([code]) => specialties.includes(code)))
    await keepAs('scheduling', ({ tx }) => installSpecialties(tx, id, wanted, newId))
  }
  if (consentTextsReviewedBy !== undefined) {
    const pack = await loadConsentPack()
    await keepAs('consent', (context) => publishStarterTexts(context, pack, { reviewedBy: consentTextsReviewedBy }))
  }
  if (file.billing !== undefined) {
    const { billing } = file
    const provider = billing.provider && {
      ...billing.provider,
      // `line2` is optional in the file.
      address: { ...billing.provider.address, line2: billing.provider.address.line2 ?? null },
    }
    const pack = await loadBillingPack(codeSetFolder)
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: file.organization.zone }).format(new Date())
    await keepAs('billing', (context) => setUpBilling(context, { ...billing, provider }, pack, today))
  }
  return { id, secrets }
}

/** Reads the file of `visitkit-server organization register <file>`. */
export const readOrganizationFile = async (path: string): Promise<OrganizationFile> => {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Error(`The organization file ${path} cannot be read. docs/guides/register-an-organization.md shows one.`)
  })
  try {
    return JSON.parse(text) as OrganizationFile
  } catch {
    throw new Error(`The organization file ${path} is not JSON. docs/guides/register-an-organization.md shows one.`)
  }
}

/** Of an organization of another region, only its id, its clients and the region are stored. Its data belong into that region's deployment. */
export const registerElsewhere = async (
  server: ComposedServer,
  { id, organization: { region }, clients }: OrganizationFile,
  { region: here, otherRegions }: Pick<Config, 'region' | 'otherRegions'>,
): Promise<void> => {
  const known = otherRegions.find((each) => each.region === region)
  if (known === undefined)
    throw new Error(
      `The organization is of the region ${region}, and this deployment is of ${here}. Register it at the deployment of its region, and name that in VISITKIT_REGIONS here.`,
    )
  if (id === undefined)
    throw new Error(`The file has no id. Add the one that the organization got at ${known.url}, and register it again.`)
  for (const { clientId } of clients)
    await server.identity.clients.registerElsewhere({ organizationId: id, clientId, region })
}

/** The keys that prove sign-ins, and the pages that show records, have to come over TLS. */
const requireTls = ({ issuers, clients }: OrganizationFile): void => {
  const given = [...issuers.map(({ jwksUri }) => jwksUri), ...clients.flatMap(({ origins }) => origins)]
  const plain = given.filter((url) => !url.startsWith('https://'))
  if (plain.length > 0)
    throw new Error(`In production, jwksUri and origins must begin with https://. Correct ${plain.join(', ')}.`)
}

const recordRegistration = async (
  { platform: { ledger } }: ComposedServer,
  organizationId: string | undefined,
): Promise<void> => {
  if (organizationId === undefined) return
  await ledger.append([operatorAccess(organizationId, { operation: 'organization.register', action: 'create' })])
  await ledger.settle()
}

/** `visitkit-server organization register <file>`: prints the id and each generated secret. */
export const registerOrganizationCommand = async (path: string, environment: NodeJS.ProcessEnv): Promise<void> => {
  const file = await readOrganizationFile(path)
  const config = readConfig(environment)
  if (config.mode === 'production') requireTls(file)
  const { region } = file.organization
  const server = await composeServer(config)
  try {
    if (region !== config.region) {
      await registerElsewhere(server, file, config)
      await recordRegistration(server, file.id)
      console.log(`${file.organization.name} is served in ${region}: requests for it are answered with that address`)
      return
    }
    const { id, secrets } = await registerOrganization(server, file, config.codeSetFolder)
    // Without the row no secret is shown, and no client can be used.
    await recordRegistration(server, id)
    console.log(`registered ${file.organization.name} as ${id}`)
    for (const [clientId, secret] of Object.entries(secrets))
      console.log(`secret of ${clientId}, shown this once: ${secret}`)
  } finally {
    await server.close()
  }
}
