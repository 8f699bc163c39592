import { canonicalJson } from '../../../platform/audit/canonical-json.ts'
import { operation, type OperationInput } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import { consentDecided, consentRevoked } from '../events.ts'
import { requireValidDecision, type DecidedByKind } from '../model/require-valid-decision.ts'
import type { ConsentPack } from '../model/consent-pack.ts'
import { consentRule, type ConsentRule } from '../model/consent-rule.ts'
import { consentEvidence } from '../model/consent-evidence.ts'
import type { ConsentText } from '../model/consent-text.ts'
import { presentConsent } from '../presenters/present-consent.ts'
import { statusOf } from '../model/standing.ts'
import type { ActingFor, ConsentPorts } from '../ports.ts'
import { documentChanged } from '../problems.ts'
import { insertConsentStatement, type ConsentEvidence } from '../store/consents.ts'
import { listStandingFacts } from '../store/standing-facts.ts'
import { readVersion } from '../store/texts.ts'

interface Decided {
  readonly id: string
  readonly text: ConsentText
  readonly decidedByKind: DecidedByKind
  readonly evidence: ConsentEvidence
}

export const decideConsent = (pack: ConsentPack) =>
  operation<ConsentPorts>()('decideConsent', {
    /**
     * Signs the statement before the transaction: the key may be in an external key service, and no transaction is open during a network
     * call.
     */
    gather: async (input, ports, context): Promise<Decided> => {
      const { path, body } = input
      const acting = await ports.directory.actingFor(context, path.patientId, 'visit')
      await ports.directory.patientZone(context, path.patientId)
      const text = await requireShownText(context, body)
      const rule = await ruleFor(pack, text, acting, path.patientId, ports, context)
      const decidedByKind = decidedByKindOf(acting)
      requireValidDecision(body, text.sections, decidedByKind, rule?.form ?? 'verbal-documented')
      const id = context.newId()
      return { id, text, decidedByKind, evidence: await signEvidence(id, input, text, acting, rule, ports, context) }
    },
    keep: async ({ path: { patientId }, body }, { id, text, decidedByKind, evidence }, context) => {
      const { tx, caller, now, emit, defer } = context
      const { decision } = body
      const { purpose, documentId, version, language, title, contentHash } = text
      const [{ head, decision: before } = {}] = await listStandingFacts(tx, [{ patientId, purposes: [purpose] }])
      if (head?.documentId !== documentId || head.version !== version) throw documentChanged()
      const consent = {
        id,
        patientId,
        documentId,
        documentVersion: version,
        purpose,
        decision,
        decidedAt: now,
        decidedByKind,
      }
      defer(
        await insertConsentStatement(tx, context, {
          ...consent,
          textId: text.id,
          decidedById: caller.personId,
          evidence,
        }),
      )
      await emit(consentDecided({ patientId, purpose, consentId: id, decision }))
      if (decision === 'declined' && before?.decision === 'granted' && before.revokedAt === null) {
        // A decline after a grant revokes the consent, and a live visit must be notified.
        await emit(consentRevoked({ patientId, purpose, consentId: before.id }))
      }
      const stored = { ...consent, language, title, contentHash, revokedAt: null }
      return {
        status: 201,
        headers: { location: `/v1/consents/${id}/evidence` },
        body: presentConsent(stored, statusOf(stored, id, head), evidence.signedName),
      }
    },
  })

type Input = OperationInput<'decideConsent'>

/** The text that was on the screen, if it is still the current one. */
const requireShownText = async ({ db }: ReadContext, body: Input['body']): Promise<ConsentText> => {
  const { head, texts } = await readVersion(db, body.documentId, body.version)
  if (texts.length === 0) throw notFound('version_unknown')
  const text = texts.find(({ language }) => language === body.language)
  if (!text || head.version !== body.version || text.contentHash !== body.contentHash) throw documentChanged()
  return text
}

/** The rules are evaluated only if staff attest. A signature by the person is consent in writing, which every law accepts. */
const ruleFor = async (
  pack: ConsentPack,
  { purpose }: ConsentText,
  acting: ActingFor,
  patientId: string,
  { directory }: ConsentPorts,
  context: ReadContext,
): Promise<ConsentRule | null> => {
  if (acting.as !== 'staff' || purpose !== 'telehealth-treatment') return null
  const { state } = await directory.patient(context, patientId)
  const day = context.now.toISOString().slice(0, 10)
  return consentRule(pack.jurisdictions, { state, profession: null, payer: null, modality: null }, day)
}

const decidedByKindOf = ({ as }: ActingFor): DecidedByKind => (as === 'staff' ? 'member' : as)

const signEvidence = async (
  consentId: string,
  { path, body, headers }: Input,
  text: ConsentText,
  acting: ActingFor,
  rule: ConsentRule | null,
  { signer }: ConsentPorts,
  { caller, now }: ReadContext,
): Promise<ConsentEvidence> => {
  const statement = canonicalJson(
    consentEvidence(text, body, {
      consentId,
      organizationId: caller.organizationId,
      patientId: path.patientId,
      decidedAt: now,
      decidedBy: {
        kind: decidedByKindOf(acting),
        id: caller.personId,
        relationship: acting.as === 'proxy' ? acting.relationship : null,
      },
      session: {
        id: caller.sessionId,
        clientId: caller.clientId,
        origin: caller.origin,
        authenticatedAt: caller.authenticatedAt,
      },
      userAgent: headers['user-agent'] ?? null,
      lawSources: rule?.sources ?? [],
    }),
  )
  const { signature, keyId, publicKey } = await signer.sign(Buffer.from(statement, 'utf8'))
  return {
    signedName: body.signature?.name ?? null,
    statement,
    signature: Buffer.from(signature).toString('base64url'),
    keyId,
    publicKey: Buffer.from(publicKey).toString('base64url'),
  }
}
