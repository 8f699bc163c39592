import type { Contract, DocumentOperation, DocumentParameter, OperationDeclaration, Schema } from '../contract.ts'

/** A small contract for tests: it covers every kind of operation, whatever the real contract contains. */

const id: Schema = { type: 'string', minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' }
const path = (name: string): DocumentParameter => ({ name, in: 'path', required: true, schema: id })

const note: Schema = {
  type: 'object',
  required: ['id', 'patientId', 'text'],
  properties: { id, patientId: id, text: { type: 'string' }, tags: { type: 'array', items: { type: 'string' } } },
}

const json = (schema: Schema) => ({ content: { 'application/json': { schema } } })
const reference = { $ref: '#/components/schemas/Note' }

type Declared = Partial<Omit<OperationDeclaration, 'audit'>> &
  Pick<OperationDeclaration, 'method' | 'path' | 'permission' | 'audit'>

const declare = (declared: Declared): OperationDeclaration => ({
  clientMethod: 'notes.any',
  cost: 'light',
  urgency: 'routine',
  idempotent: false,
  byPerson: false,
  stepUp: false,
  activity: true,
  success: 200,
  contentType: 'application/json',
  requestType: null,
  problems: [],
  ...declared,
})

const table: Readonly<Record<string, OperationDeclaration>> = {
  readNote: declare({
    method: 'get',
    path: '/v1/notes/{noteId}',
    permission: 'note:read',
    audit: { action: 'read', entity: 'Note', patients: ['/patientId'], reason: 'chart' },
  }),
  searchNotes: declare({
    method: 'get',
    path: '/v1/notes',
    permission: 'note:read',
    audit: { action: 'search', entity: 'Note', patients: ['/items/*/patientId'], reason: 'documentation' },
  }),
  writeNote: declare({
    method: 'post',
    path: '/v1/notes',
    permission: 'note:write',
    idempotent: true,
    success: 201,
    requestType: 'application/json',
    audit: { action: 'create', entity: 'Note', patients: ['/patientId'], reason: 'chart' },
  }),
  signNote: declare({
    method: 'post',
    path: '/v1/notes/{noteId}/sign',
    permission: 'note:write',
    byPerson: true,
    stepUp: true,
    audit: { action: 'update', entity: 'Note', patients: ['/patientId'], reason: 'documentation' },
  }),
  dropNote: declare({
    method: 'delete',
    path: '/v1/notes/{noteId}',
    permission: 'note:write',
    success: 204,
    contentType: null,
    audit: { action: 'delete', entity: 'Note', reason: 'documentation' },
  }),
  exportNote: declare({
    method: 'get',
    cost: 'standard',
    path: '/v1/notes/{noteId}/file',
    permission: 'note:read',
    contentType: 'text/plain',
    audit: { action: 'export', entity: 'Note', reason: 'documentation' },
  }),
  countNotes: declare({
    method: 'get',
    path: '/v1/note-count',
    permission: 'note:count',
    activity: false,
    audit: { action: 'read', entity: 'ThreadCount', reason: 'message' },
  }),
  readTogether: declare({
    method: 'post',
    path: '/v1/reads',
    cost: 'list',
    permission: 'session:own',
    activity: false,
    requestType: 'application/json',
    audit: { action: 'read', entity: 'Session', reason: 'session', unrecorded: 'Each of the reads is recorded.' },
  }),
  receiveNote: declare({
    method: 'post',
    path: '/v1/note-hook/{organizationId}',
    problems: ['signature_invalid'],
    permission: 'none',
    requestType: 'application/json',
    audit: { action: 'execute', entity: 'Note', reason: 'documentation' },
  }),
}

const documented: Readonly<Record<string, Omit<DocumentOperation, 'operationId'>>> = {
  readNote: { parameters: [path('noteId')], responses: { '200': json(reference) } },
  searchNotes: {
    parameters: [
      { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100, default: 50 } },
      {
        name: 'tags',
        in: 'query',
        explode: false,
        schema: { type: 'array', items: { type: 'string', maxLength: 10 } },
      },
      { name: 'signed', in: 'query', schema: { type: 'boolean' } },
      { name: 'since', in: 'query', schema: { type: 'string', format: 'date-time' } },
    ],
    responses: {
      '200': json({ type: 'object', required: ['items'], properties: { items: { type: 'array', items: reference } } }),
    },
  },
  writeNote: {
    requestBody: {
      required: true,
      ...json({
        type: 'object',
        required: ['patientId', 'text'],
        properties: {
          patientId: id,
          text: { type: 'string', minLength: 1, maxLength: 2_000 },
          kind: { anyOf: [{ type: 'string', enum: ['plan', 'history'] }, { type: 'null' }] },
          tags: { type: 'array', items: { type: 'string', maxLength: 10 } },
          author: { $ref: '#/components/schemas/Author' },
        },
      }),
    },
    responses: { '201': json(reference) },
  },
  signNote: { parameters: [path('noteId')], responses: { '200': json(reference) } },
  dropNote: { parameters: [path('noteId')], responses: { '204': {} } },
  exportNote: {
    parameters: [path('noteId')],
    responses: { '200': { content: { 'text/plain': { schema: { type: 'string' } } } } },
  },
  countNotes: {
    responses: { '200': json({ type: 'object', required: ['count'], properties: { count: { type: 'integer' } } }) },
  },
  readTogether: {
    requestBody: {
      required: true,
      ...json({
        type: 'object',
        required: ['paths'],
        properties: { paths: { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 20 } },
      }),
    },
    responses: { '200': json({ type: 'object' }) },
  },
  receiveNote: {
    parameters: [path('organizationId')],
    requestBody: { required: true, ...json({}) },
    responses: { '200': json({ type: 'object', properties: { received: { type: 'boolean' } } }) },
    security: [{}],
  },
}

const paths: Record<string, Record<string, DocumentOperation>> = {}
for (const [operationId, declaration] of Object.entries(table)) {
  const operation = documented[operationId]
  if (operation !== undefined) (paths[declaration.path] ??= {})[declaration.method] = { operationId, ...operation }
}

export const notesContract: Contract = {
  operations: table,
  document: {
    paths,
    components: {
      schemas: {
        Note: note,
        Person: { type: 'object', required: ['name'], properties: { name: { type: 'string', maxLength: 20 } } },
        // Described in two parts, like a model that extends another.
        Author: {
          type: 'object',
          allOf: [{ $ref: '#/components/schemas/Person' }],
          properties: { role: { type: 'string' } },
        },
      },
    },
  },
}

export const notesPermissions = {
  proxyScopes: {},
  webhooks: [],
  purposes: {
    roles: { patient: ['PATRQT'], practitioner: ['TREAT', 'BTG'], biller: ['HPAYMT'] },
    permissions: {
      'note:read': ['TREAT', 'BTG', 'PATRQT'],
      'note:write': ['TREAT', 'BTG', 'PATRQT'],
      'note:count': ['TREAT', 'HPAYMT'],
      'session:own': ['TREAT', 'HPAYMT', 'PATRQT'],
      'live:open': ['PATRQT'],
    },
  },
  roles: {
    patient: { 'note:read': 'own', 'note:write': 'own', 'session:own': 'organization', 'live:open': 'organization' },
    practitioner: {
      'note:read': 'organization',
      'note:write': 'organization',
      'note:count': 'organization',
      'session:own': 'organization',
    },
    biller: { 'note:count': 'organization', 'session:own': 'organization' },
  },
} as const
