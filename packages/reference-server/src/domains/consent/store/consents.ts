import type { components } from '@visitkit/contract'
import { notFound } from '../../../platform/problems/problem.ts'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { SealContext } from '../../../platform/contracts/vault.ts'
import type { ConsentPurpose } from '../model/consent-pack.ts'
import type { Decision } from '../model/standing.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { newestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
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

export type NewConsent = Omit<StoredConsent, 'sealed' | 'revokedAt' | 'language' | 'title' | 'contentHash'> & {
  readonly decidedById: string
  readonly evidence: ConsentEvidence
}

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
  purposes?: readonly ConsentPurpose[],
): Promise<ReadonlyMap<ConsentPurpose, Decision>> => {
  const rows = await tablesOf(db)
    .selectFrom('consent.consents')
    .select([
      'id',
      'purpose',
      'document_id as documentId',
      'document_version as documentVersion',
      'decision',
      'revoked_at as revokedAt',
    ])
    .distinctOn('purpose')
    .where('patient_id', '=', requireUuid(patientId))
    .$if(purposes !== undefined, (query) => query.where('purpose', 'in', [...(purposes ?? [])]))
    .orderBy('purpose')
    .orderBy('id', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.purpose, row]))
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
  const decision = await tablesOf(db)
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
    .where('consent.patient_id', '=', requireUuid(patientId))
    .where('consent.purpose', '=', purpose)
    .where('consent.decided_at', '<=', at)
    .orderBy('consent.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (decision?.decision !== 'granted' || decision.isReplaced) return null
  if (decision.revokedAt !== null && decision.revokedAt <= at) return null
  const { consentId, documentId, documentVersion, decidedAt } = decision
  return { consentId, documentId, documentVersion, decidedAt }
}

/** Returns the insert statement, for `defer`. */
export const insertConsentStatement = async (
  tx: AnyKysely,
  { access, vault, caller }: VaultContext,
  consent: NewConsent,
) => {
  access.touch(consent.patientId)
  const { organizationId } = caller
  return tablesOf(tx)
    .insertInto('consent.consents')
    .values({
      organization_id: organizationId,
      id: consent.id,
      patient_id: consent.patientId,
      text_id: consent.textId,
      document_id: consent.documentId,
      document_version: consent.documentVersion,
      purpose: consent.purpose,
      decision: consent.decision,
      decided_at: consent.decidedAt,
      decided_by_kind: consent.decidedByKind,
      decided_by_id: consent.decidedById,
      revoked_at: null,
      revoked_by_id: null,
      sealed: await vault.seal(tx, sealContextOf(organizationId, consent.id, consent.patientId), consent.evidence),
    })
}

/** False if another request revoked it first. */
export const updateConsentRevoked = async (tx: AnyKysely, id: string, byId: string, now: Date): Promise<boolean> => {
  const { numUpdatedRows } = await tablesOf(tx)
    .updateTable('consent.consents')
    .set({ revoked_at: now, revoked_by_id: byId })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

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
  table: 'consent.consents',
  rowId: id,
  patientId,
})
