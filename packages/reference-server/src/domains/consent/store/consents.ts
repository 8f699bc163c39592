import type { components } from '@visitkit/contract'
import { notFound } from '../../../platform/problems/problem.ts'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { SealContext } from '../../../platform/contracts/vault.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import type { ConsentPurpose } from '../model/consent-pack.ts'
import type { Decision } from '../model/standing.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { newestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { preparedRead, type Placeholders } from '../../../platform/database/reads/prepared-read.ts'
import { tablesOf } from './tables.ts'

/** The encrypted part of a decision: the name and the signed evidence. */
export interface ConsentEvidence {
  readonly signedName: string | null
  readonly statement: string
  /** Base64url. */
  readonly signature: string
  readonly keyId: string
  /** Base64url. */
  readonly publicKey: string
  /** Of a granted consent of 42 CFR part 2. Absent in rows from before there were any. */
  readonly partTwo?: components['schemas']['PartTwoConsent'] | null
  /** Of a spoken decision. Absent of the others, and in rows from before it was asked. */
  readonly spoken?: components['schemas']['RecordedSpokenDecision']
}

export interface StoredConsent extends Decision {
  readonly patientId: string
  readonly textId: string
  readonly language: string
  readonly title: string
  readonly contentHash: string
  readonly decidedAt: Date
  readonly decidedByKind: components['schemas']['Consent']['decidedByKind']
  readonly sealed: Uint8Array
}

/** A decision as its row. The evidence is encrypted in `sealed`. */
export interface ConsentRow extends Decision {
  readonly patientId: string
  readonly textId: string
  readonly decidedAt: Date
  readonly decidedByKind: StoredConsent['decidedByKind']
  readonly decidedById: string
  /** JSON: what a consent of 42 CFR part 2 covers. */
  readonly partTwo: string | null
}

const table = 'consent.consents'

const rows = factTable<ConsentRow>(
  table,
  {
    id: ['id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    textId: ['text_id', 'uuid'],
    documentId: ['document_id', 'uuid'],
    documentVersion: ['document_version', 'integer'],
    purpose: ['purpose', 'text'],
    decision: ['decision', 'text'],
    decidedAt: ['decided_at', 'timestamptz'],
    decidedByKind: ['decided_by_kind', 'text'],
    decidedById: ['decided_by_id', 'uuid'],
    appointmentId: ['appointment_id', 'uuid'],
    partTwo: ['part_two', 'jsonb'],
    expiresAt: ['expires_at', 'timestamptz'],
    revokedAt: ['revoked_at', 'timestamptz'],
  },
  { guard: ['revokedAt'], sealedFor: ({ patientId }) => patientId },
)

/**
 * Stores a decision. Conditional: `before` is still the patient's latest one on the purpose, and there is no newer version of the document
 * than the one that was shown.
 */
export const insertConsent = (
  consent: ConsentRow,
  evidence: ConsentEvidence,
  before: Decision | undefined,
): readonly Write[] => [
  { statement: isNewestVersion, values: [consent.documentId, consent.documentVersion] },
  isLatest(consent, before),
  rows.insert(consent, evidence),
]
const isNewestVersion = writeStatement({
  kind: 'check',
  table: 'consent.texts',
  condition: 'not exists (select from consent.texts where document_id = $1::uuid and version > $2::integer)',
  isConditional: true,
})

/** Revokes a consent. Conditional: it is not revoked, and is still the patient's latest decision on the purpose. */
export const revoke = (consent: StoredConsent, byId: string, now: Date): readonly Write[] => [
  isLatest(consent, consent),
  { statement: updateRevoked, values: [consent.id, now, byId] },
]
const updateRevoked = writeStatement({
  kind: 'update',
  table,
  set: 'revoked_at = $2::timestamptz, revoked_by_id = $3::uuid',
  where: 'id = $1::uuid and revoked_at is null',
  isConditional: true,
})

const isLatest = (
  { patientId, purpose }: Pick<ConsentRow, 'patientId' | 'purpose'>,
  latest: Decision | undefined,
): Write => ({ statement: noLaterDecision, values: [patientId, purpose, latest?.id ?? beforeAll] })
const noLaterDecision = writeStatement({
  kind: 'check',
  table,
  condition: `not exists (select from consent.consents
    where patient_id = $1::uuid and purpose = $2::text and id > $3::uuid)`,
  isConditional: true,
})
const beforeAll = '00000000-0000-0000-0000-000000000000'

const consents = (db: AnyKysely) =>
  tablesOf(db)
    .selectFrom('consent.consents as consent')
    .innerJoin('consent.texts as text', (join) =>
      join.onRef('text.organization_id', '=', 'consent.organization_id').onRef('text.id', '=', 'consent.text_id'),
    )
    .select([
      'consent.id',
      'consent.patient_id as patientId',
      'consent.text_id as textId',
      'consent.document_id as documentId',
      'consent.document_version as documentVersion',
      'consent.purpose',
      'consent.decision',
      'consent.decided_at as decidedAt',
      'consent.decided_by_kind as decidedByKind',
      'consent.appointment_id as appointmentId',
      'consent.expires_at as expiresAt',
      'consent.revoked_at as revokedAt',
      'consent.sealed',
      'text.language',
      'text.title',
      'text.content_hash as contentHash',
    ])

/** Records the access: the patient is known only after the row is read. */
export const readConsent = async (db: AnyKysely, { access }: VaultContext, id: string): Promise<StoredConsent> => {
  const row = await consents(db).where('consent.id', '=', requireUuid(id)).executeTakeFirst()
  if (!row) throw notFound('consent_unknown')
  access.touch(row.patientId)
  return row
}

/** The same, with the patient's latest decision on its purpose. */
export const readConsentAndLatest = async (
  db: AnyKysely,
  { access }: VaultContext,
  id: string,
): Promise<StoredConsent & { readonly latestId: string }> => {
  const row = await consents(db)
    .select(({ selectFrom }) =>
      selectFrom('consent.consents as latest')
        .select('latest.id')
        .whereRef('latest.patient_id', '=', 'consent.patient_id')
        .whereRef('latest.purpose', '=', 'consent.purpose')
        .orderBy('latest.id', 'desc')
        .limit(1)
        .as('latestId'),
    )
    .where('consent.id', '=', requireUuid(id))
    .executeTakeFirst()
  if (!row) throw notFound('consent_unknown')
  access.touch(row.patientId)
  return { ...row, latestId: row.latestId ?? row.id }
}

/** Newest first. `after` is the last one shown. */
export const listConsents = async (
  db: AnyKysely,
  { access }: VaultContext,
  patientId: string,
  page: PageCursor,
): Promise<StoredConsent[]> => {
  access.touch(requireUuid(patientId))
  return consents(db).where('consent.patient_id', '=', patientId).$call(newestFirst(page, 'consent.id')).execute()
}

/** The latest decision on each purpose, by purpose. Decrypts nothing. */
export const listLatestDecisions = async (
  db: AnyKysely,
  patientId: string,
): Promise<ReadonlyMap<ConsentPurpose, Decision>> => {
  const latest = await tablesOf(db)
    .selectFrom('consent.consents')
    .select([
      'id',
      'purpose',
      'document_id as documentId',
      'document_version as documentVersion',
      'decision',
      'decided_at as decidedAt',
      'decided_by_kind as decidedByKind',
      'appointment_id as appointmentId',
      'expires_at as expiresAt',
      'revoked_at as revokedAt',
    ])
    .distinctOn('purpose')
    .where('patient_id', '=', requireUuid(patientId))
    .orderBy('purpose')
    .orderBy('id', 'desc')
    .execute()
  return new Map(latest.map((row) => [row.purpose, row]))
}

/** A granting decision, as of an instant. */
export interface DecisionInForce {
  readonly consentId: string
  readonly documentId: string
  readonly documentVersion: number
  readonly decidedAt: Date
}

/**
 * The latest decision by `at`, if it granted consent, was not revoked by then and no material version had replaced its text. Decrypts
 * nothing.
 */
export const findDecisionInForce = async (
  db: AnyKysely,
  patientId: string,
  purpose: ConsentPurpose,
  at: Date,
): Promise<DecisionInForce | null> => {
  const [decision] = await selectInForce(db, { patientId: requireUuid(patientId), purpose, at })
  if (decision?.decision !== 'granted' || decision.isReplaced) return null
  if (decision.revokedAt !== null && decision.revokedAt <= at) return null
  const { consentId, documentId, documentVersion, decidedAt } = decision
  return { consentId, documentId, documentVersion, decidedAt }
}

interface AskedAt {
  readonly patientId: string
  readonly purpose: ConsentPurpose
  readonly at: Date
}
const selectInForce = preparedRead((db, { patientId, purpose, at }: Placeholders<AskedAt>) =>
  tablesOf(db)
    .selectFrom('consent.consents as consent')
    .select([
      'consent.id as consentId',
      'consent.document_id as documentId',
      'consent.document_version as documentVersion',
      'consent.decision',
      'consent.decided_at as decidedAt',
      'consent.revoked_at as revokedAt',
    ])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('consent.texts as text')
          .select('text.id')
          .whereRef('text.organization_id', '=', 'consent.organization_id')
          .whereRef('text.document_id', '=', 'consent.document_id')
          .whereRef('text.version', '>', 'consent.document_version')
          .where('text.material', '=', true)
          .where('text.published_at', '<=', at),
      ).as('isReplaced'),
    )
    .where('consent.patient_id', '=', patientId)
    .where('consent.purpose', '=', purpose)
    .where('consent.decided_at', '<=', at)
    .orderBy('consent.id', 'desc')
    .limit(1),
)

export const decryptConsent = (
  db: AnyKysely,
  { access, vault, caller }: VaultContext,
  consent: StoredConsent,
): Promise<ConsentEvidence> =>
  vault.open<ConsentEvidence>(
    db,
    access,
    sealContextOf(caller.organizationId, consent.id, consent.patientId),
    consent.sealed,
  )

const sealContextOf = (organizationId: string, id: string, patientId: string): SealContext => ({
  organizationId,
  table,
  rowId: id,
  patientId,
})
