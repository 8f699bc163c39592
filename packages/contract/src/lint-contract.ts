/** The parts of an OpenAPI document that the linter and the generators read. */
export interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, OpenApiSchema>> }
}
export interface OpenApiOperation {
  readonly operationId?: string
  readonly description?: string
  readonly tags?: readonly string[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: OpenApiSchema }>> }
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: OpenApiSchema }>> }>
  >
  readonly security?: readonly unknown[]
  readonly 'x-permission'?: string
  readonly 'x-audit'?: {
    readonly action: string
    readonly entity: string
    readonly patients?: readonly string[]
    readonly optional?: boolean
    readonly withoutPatient?: boolean
    readonly reason: string
    readonly unrecorded?: string
  }
  readonly 'x-method'?: string
  readonly 'x-problems'?: readonly string[]
  readonly 'x-cost'?: string
  readonly 'x-urgency'?: string
  readonly 'x-idempotent'?: boolean
  readonly 'x-by-person'?: boolean
  readonly 'x-step-up'?: boolean
  readonly 'x-passive'?: boolean
  readonly 'x-body-limit'?: number
}
export interface OpenApiSchema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, OpenApiSchema>>
  readonly items?: OpenApiSchema
  readonly allOf?: readonly OpenApiSchema[]
  readonly anyOf?: readonly OpenApiSchema[]
  readonly description?: string
  readonly enum?: readonly string[]
  readonly 'x-phi'?: string
}

export const httpMethods = ['get', 'put', 'post', 'delete', 'patch'] as const

/** Resolves references and single-member `allOf`s to the schema. */
const resolve = (document: OpenApiDocument, schema: OpenApiSchema | undefined): OpenApiSchema | undefined => {
  if (schema?.$ref) return resolve(document, document.components.schemas[schema.$ref.split('/').at(-1) ?? ''])
  if (schema?.allOf?.length === 1) return resolve(document, schema.allOf[0])
  return schema
}

const successOf = (operation: OpenApiOperation): string | undefined =>
  Object.keys(operation.responses).find((status) => status.startsWith('2'))

const responseSchema = (document: OpenApiDocument, operation: OpenApiOperation): OpenApiSchema | undefined => {
  const response = operation.responses[successOf(operation) ?? '']
  return resolve(document, Object.values(response?.content ?? {})[0]?.schema)
}

/** Whether `/items/*\/patientId` names a property of the response. */
const hasPointer = (
  document: OpenApiDocument,
  schema: OpenApiSchema | undefined,
  segments: readonly string[],
): boolean => {
  const [segment, ...rest] = segments
  if (segment === undefined) return schema !== undefined
  const next = segment === '*' ? schema?.items : schema?.properties?.[segment]
  return next !== undefined && hasPointer(document, resolve(document, next), rest)
}

/** What a read of is about no patient. A read of anything else names its patients, writes a row without one, or says why it writes none. */
const aboutNoPatient: ReadonlySet<string> = new Set([
  'Availability',
  'CareTeam',
  'ConsentDocument',
  'Cover',
  'DiagnosisCode',
  'FavoritePrescription',
  'FeeSchedule',
  'LabTest',
  'Medication',
  'Member',
  'NoteTemplate',
  'OrderSet',
  'Organization',
  'Payer',
  'Pharmacy',
  'Practitioner',
  'Questionnaire',
  'Resource',
  'ServiceCode',
  'Session',
  'Specialty',
  'TextMacro',
  'VisitType',
  'WebhookDelivery',
  'WebhookEndpoint',
])

/** Of a response that is not JSON, the server records the patients whose data it decrypted. */
const readFaults = (name: string, document: OpenApiDocument, operation: OpenApiOperation): string[] => {
  const audit = operation['x-audit']
  const isJson = 'application/json' in (operation.responses[successOf(operation) ?? '']?.content ?? {})
  if (!audit || !['read', 'search'].includes(audit.action) || !isJson) return []
  if (audit.withoutPatient === true)
    return audit.patients || audit.unrecorded
      ? [`${name}: writes a row without a patient, and declares patients or that it is unrecorded.`]
      : []
  if (audit.patients) return []
  if (audit.unrecorded !== undefined)
    return mentionsPhi(document, responseSchema(document, operation), new Set())
      ? [`${name}: shows PHI and declares that it is unrecorded.`]
      : []
  // Some of these have the properties of a record, such as a template of a note, and no patient.
  return aboutNoPatient.has(audit.entity)
    ? []
    : [`${name}: reads ${audit.entity} and leaves no row. Declare withoutPatient, or unrecorded with the reason.`]
}

const mentionsPhi = (
  document: OpenApiDocument,
  schema: OpenApiSchema | undefined,
  seen: Set<OpenApiSchema>,
): boolean => {
  const found = resolve(document, schema)
  if (found === undefined || seen.has(found)) return false
  seen.add(found)
  const parts = [...Object.values(found.properties ?? {}), ...(found.allOf ?? []), ...(found.anyOf ?? []), found.items]
  return parts.some((part) => part?.['x-phi'] !== undefined || mentionsPhi(document, part, seen))
}

/** Everyone who can book reads the names of practitioners. */
const ofStaff: ReadonlySet<string> = new Set(['PractitionerName', 'PractitionerOtherName'])

/** Names of persons, contact data and free text. If such a property has no `x-phi`, the declaration is missing. */
const looksLikePhi =
  /^(birthDate|given|family|line1|line2|city|postalCode|callbackPhone|reason|signedName|answers?Text)$/

/** A reason from a closed list is not free text. */
const isFreeText = (document: OpenApiDocument, schema: OpenApiSchema): boolean =>
  resolve(document, schema)?.enum === undefined

/** Media types of documents that a thread makes. */
const isDocument = (type: string): boolean => type === 'application/pdf' || type.startsWith('image/')

/** The answer of a list continues with a cursor. */
const isPaged = (document: OpenApiDocument, operation: OpenApiOperation): boolean =>
  responseSchema(document, operation)?.properties?.['nextCursor'] !== undefined

/** Rate limits and admission rely on the declared cost, so an operation that understates it is a fault. */
const costFaults = (name: string, document: OpenApiDocument, operation: OpenApiOperation, method: string): string[] => {
  const cost = operation['x-cost']
  const answers = Object.keys(operation.responses[successOf(operation) ?? '']?.content ?? {})
  if (cost === undefined) return [`${name}: declares no @cost such as "standard".`]
  if (answers.some(isDocument) && cost !== 'heavy')
    return [`${name}: returns a document, so its @cost must be "heavy".`]
  if (method === 'get' && isPaged(document, operation) && cost !== 'list' && cost !== 'heavy')
    return [`${name}: returns a page of a list, so its @cost must be "list".`]
  if (operation['x-urgency'] === 'runningVisit' && (cost === 'list' || cost === 'heavy'))
    return [`${name}: is refused last in an overload, so its @cost must be "light" or "standard".`]
  return []
}

/**
 * Lists the faults of the contract, one sentence each, with the operation. The server's operation table has no row for an incomplete
 * declaration, so no declaration may be missing.
 */
export const lintContract = (document: OpenApiDocument): string[] => {
  const faults: string[] = []
  const methods = new Set<string>()
  const ids = new Set<string>()
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of httpMethods) {
      const operation = item[method]
      if (!operation) continue
      const name = operation.operationId ?? `${method} ${path}`
      const fault = (text: string): void => void faults.push(`${name}: ${text}`)
      if (!operation.operationId) fault('has no operationId.')
      if (ids.has(name)) fault('shares its operationId with another operation.')
      ids.add(name)
      if (!operation.description) fault('has no doc comment. Describe its effect and who may call it.')
      if (!operation['x-permission']) fault('declares no @permission. Use "none" for what is open to anyone.')
      if (operation['x-permission'] === 'none' && !operation.security)
        fault('is open to anyone but has no @useAuth(NoAuth).')
      const clientMethod = operation['x-method']
      if (!clientMethod || !/^[a-zA-Z]+\.[a-zA-Z]+$/.test(clientMethod))
        fault('declares no @method such as "appointments.book".')
      else if (methods.has(clientMethod)) fault(`shares the client method ${clientMethod} with another operation.`)
      else methods.add(clientMethod)
      faults.push(...costFaults(name, document, operation, method))
      if (!successOf(operation)) fault('has no 2xx answer.')
      if (!operation.responses['default']) fault('does not declare "| Problem".')
      if (operation['x-idempotent'] && method !== 'post') fault('is @idempotent but no POST: only POSTs need a key.')
      const audit = operation['x-audit']
      if (!audit) fault('declares no @audit.')
      for (const pointer of audit?.patients ?? [])
        if (!hasPointer(document, responseSchema(document, operation), pointer.slice(1).split('/')))
          fault(`declares that patient ids are at ${pointer}, but its answer has no such property.`)
      faults.push(...readFaults(name, document, operation))
      if (audit?.patients && audit.unrecorded) fault('names patients and declares that it is unrecorded.')
      if (/\{patientId\}/.test(path) && !audit?.patients)
        fault('is about a patient but does not declare where the patient id is in the response.')
    }
  }
  for (const [name, schema] of Object.entries(document.components.schemas))
    for (const [property, value] of Object.entries(schema.properties ?? {}))
      if (looksLikePhi.test(property) && !ofStaff.has(name) && isFreeText(document, value) && !value['x-phi'])
        faults.push(`${name}.${property}: sounds like PHI but declares no @phi.`)
  return faults
}
