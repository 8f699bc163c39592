import { canonicalJson } from '../../../platform/audit/canonical-json.ts'
import type { EventData } from '../../../platform/contracts/event.ts'
import { operation, type OperationInput } from '../../../platform/contracts/operation.ts'
import { firstRoleOf } from '../../../platform/identity/first-role-of.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import { consentDecided, consentRevoked } from '../events.ts'
import { requireValidDecision, type DecidedByKind } from '../model/require-valid-decision.ts'
import type { ConsentPack } from '../model/consent-pack.ts'
import { requiredForm, type ConsentRule } from '../model/consent-rule.ts'
import { consentEvidence } from '../model/consent-evidence.ts'
import type { ConsentText } from '../model/consent-text.ts'
import { endOf, isPartTwo, partTwoConsentOf } from '../model/part-two.ts'
import { statusOf, type Decision } from '../model/standing.ts'
import { presentConsent } from '../presenters/present-consent.ts'
import type { ActingFor, ConsentPorts } from '../ports.ts'
import { documentChanged, proxyMayNotDecide } from '../problems.ts'
import { insertConsent, type ConsentEvidence } from '../store/consents.ts'
import { findVersionToDecide, type ReadVersion } from '../store/texts.ts'

export const decideConsent = (pack: ConsentPack) =>
  operation<ConsentPorts>()('decideConsent', {
    /** Signs the statement: the key may be in an external key service, and nothing is open during a network call. */
    gather: async (input, ports, context) => {
      const { path, body } = input
      const [acting, found] = await Promise.all([
        actingFor(ports, context, path.patientId),
        findVersionToDecide(context.db, path.patientId, body.documentId, body.version),
      ])
      if (found === null) throw notFound('document_unknown')
      const { head, latest: before } = found
      const text = requireShownText(found, body)
      const rule = await ruleFor(pack, text, acting, input, ports, context)
      const decidedByKind = decidedByKindOf(acting)
      if (isPartTwo(text.purpose)) await ports.directory.actingFor(context, path.patientId, 'sensitive')
      requireValidDecision(body, text.sections, decidedByKind, rule.form)
      await requireProxy(input, ports, context)
      const today = Temporal.Instant.fromEpochMilliseconds(context.now.getTime()).toZonedDateTimeISO(body.zone)
      const partTwo = partTwoConsentOf(text.purpose, body, text.sections, today.toPlainDate().toString())
      const id = context.newId()
      const evidence = await signEvidence(id, input, text, partTwo, acting, rule, ports, context)
      return { id, text, head, decidedByKind, evidence, before }
    },
    decide: ({ path: { patientId }, body }, { id, text, head, decidedByKind, evidence, before }, { caller, now }) => {
      const { decision } = body
      const { purpose, documentId, version: documentVersion, language, title, contentHash } = text
      const { partTwo } = evidence
      const scope = partTwo && {
        information: partTwo.information,
        recipients: partTwo.recipients,
        purposes: partTwo.purposes,
      }
      const consent = {
        ...{ id, patientId, textId: text.id, documentId, documentVersion, purpose, decision },
        ...{ decidedAt: now, decidedByKind, decidedById: caller.personId, revokedAt: null },
        appointmentId: body.appointmentId ?? null,
        partTwo: scope ? JSON.stringify(scope) : null,
        expiresAt: partTwo ? endOf(partTwo, body.zone) : null,
      }
      // A decline after a grant revokes the consent, and a live visit must be notified.
      const isWithdrawn = decision === 'declined' && before?.decision === 'granted' && before.revokedAt === null
      return {
        writes: insertConsent(consent, evidence, before),
        events: [
          consentDecided({ patientId, purpose, consentId: id, decision, before: decidedBefore(before) }),
          ...(isWithdrawn ? [consentRevoked({ patientId, purpose, consentId: before.id })] : []),
        ],
        answer: {
          status: 201,
          headers: { location: `/v1/consents/${id}/evidence` },
          body: presentConsent(
            { ...consent, language, title, contentHash },
            statusOf(consent, id, head, now),
            evidence,
          ),
        },
      }
    },
  })

type Input = OperationInput<'decideConsent'>

const decidedBefore = (before: Decision | undefined): EventData['consent.consent-decided']['before'] => {
  if (before === undefined) return null
  return before.revokedAt === null ? before.decision : 'revoked'
}

/** For a patient who exists and is accessible to the caller, whose access is recorded. */
const actingFor = async ({ directory }: ConsentPorts, context: ReadContext, patientId: string): Promise<ActingFor> => {
  const acting = await directory.actingFor(context, patientId, 'visit')
  await directory.patientZone(context, patientId)
  return acting
}

/** The text that was on the screen, if it is still the current one. */
const requireShownText = ({ head, texts }: ReadVersion, body: Input['body']): ConsentText => {
  if (texts.length === 0) throw notFound('version_unknown')
  const text = texts.find(({ language }) => language === body.language)
  if (!text || head.version !== body.version || text.contentHash !== body.contentHash) throw documentChanged()
  return text
}

/**
 * The rules are evaluated only if staff attest: the law of the home state, and of where the patient is now. A signature by the person is
 * consent in writing, which every law accepts.
 */
const ruleFor = async (
  { jurisdictions }: ConsentPack,
  { purpose }: ConsentText,
  acting: ActingFor,
  { path, body }: Input,
  { directory }: ConsentPorts,
  context: ReadContext,
): Promise<Pick<ConsentRule, 'form' | 'sources'>> => {
  if (acting.as !== 'staff') return { form: 'written', sources: [] }
  const { state: home } = await directory.patient(context, path.patientId)
  const states = [home, ...(body.spoken ? [body.spoken.state] : [])]
  return requiredForm(jurisdictions, purpose, states, context.now.toISOString().slice(0, 10))
}

/** Throws unless the proxy who spoke may decide for the patient. */
const requireProxy = async (
  { path, body }: Input,
  { directory }: ConsentPorts,
  context: ReadContext,
): Promise<void> => {
  const proxyId = body.spoken?.proxyId
  if (proxyId !== undefined && !(await directory.mayProxyDecide(context, path.patientId, proxyId)))
    throw proxyMayNotDecide()
}

const decidedByKindOf = ({ as }: ActingFor): DecidedByKind => (as === 'staff' ? 'member' : as)

const signEvidence = async (
  consentId: string,
  { path, body, headers }: Input,
  text: ConsentText,
  partTwo: ConsentEvidence['partTwo'],
  acting: ActingFor,
  rule: Pick<ConsentRule, 'sources'>,
  { signer }: ConsentPorts,
  { caller, now }: ReadContext,
): Promise<ConsentEvidence> => {
  const { spoken } = body
  const role = firstRoleOf(caller)
  const statement = canonicalJson(
    consentEvidence(text, body, partTwo ?? null, {
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
        methods: caller.signIn?.methods ?? [],
        contextClass: caller.signIn?.contextClass ?? null,
      },
      userAgent: headers['user-agent'] ?? null,
      attestedAs: spoken ? role : null,
      lawSources: rule.sources,
    }),
  )
  const { signature, keyId, publicKey } = await signer.sign(Buffer.from(statement, 'utf8'))
  return {
    signedName: body.signature?.name ?? null,
    statement,
    signature: Buffer.from(signature).toString('base64url'),
    keyId,
    publicKey: Buffer.from(publicKey).toString('base64url'),
    ...(partTwo && { partTwo }),
    ...(spoken && { spoken: { saidBy: spoken.saidBy, channel: spoken.channel, role } }),
  }
}
