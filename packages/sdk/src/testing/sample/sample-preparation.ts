import type {
  AnswerValue,
  Consent,
  ConsentDocument,
  ConsentRequirement,
  DecideConsent,
  IntakeAnswer,
  IntakeForm,
  Questionnaire,
} from '../../generated/models.ts'
import type { TestHandlers } from '../test-handlers.ts'
import { problem } from '../test-problem.ts'
import { sampleConsentDocuments } from './sample-consents.ts'
import { sampleQuestionnaires } from './sample-questionnaires.ts'
import { endRecording, endRecordings } from './sample-recordings.ts'
import { find, instant, page, type SampleContext, type SamplePerson } from './sample-state.ts'

/** Whether a question is shown, given the answers so far. */
function isAsked(item: Questionnaire['items'][number], answers: readonly IntakeAnswer[]): boolean {
  return (item.enableWhen ?? []).every(({ question, answer }) => {
    const given = answers.find(({ linkId }) => linkId === question)?.values ?? []
    return given.some((value) => JSON.stringify(value) === JSON.stringify(answer))
  })
}

function scoresOf(questionnaire: Questionnaire, answers: readonly IntakeAnswer[]): IntakeForm['scores'] {
  const scoreOf = (linkId: string): number => {
    const code = answers.find((answer) => answer.linkId === linkId)?.values[0]?.code
    const options = questionnaire.items.find((item) => item.linkId === linkId)?.options ?? []
    return options.find((option) => option.code === code)?.score ?? 0
  }
  return questionnaire.scores.map(({ code, linkIds, bands }) => {
    const value = linkIds.reduce((sum, linkId) => sum + scoreOf(linkId), 0)
    return { code, value, band: bands.find(({ from, to }) => value >= from && value <= to)?.code ?? '' }
  })
}

function emergenciesOf(questionnaire: Questionnaire, answers: readonly IntakeAnswer[]): IntakeForm['emergencies'] {
  const same = (value: AnswerValue, other: AnswerValue) => value.code === other.code && value.boolean === other.boolean
  const set = questionnaire.emergencyRules.filter((rule) =>
    answers.some(({ linkId, values }) => linkId === rule.linkId && values.some((value) => same(value, rule.answer))),
  )
  return [...new Set(set.map(({ code }) => code))]
}

/** A visit that needs a consent stops when it is revoked, and can go on once it is given again. */
const stopVisits = (
  state: SampleContext['state'],
  live: SampleContext['live'],
  purpose: Consent['purpose'],
  isRevoked: boolean,
): void => {
  for (const visit of state.visits) {
    if (visit.status === 'ended') continue
    if (!find(state.appointments, visit.appointmentId).requiredConsents.includes(purpose)) continue
    const others = (visit.stoppedFor ?? []).filter((each) => each !== purpose)
    const stoppedFor = isRevoked ? [...others, purpose] : others
    delete visit.stoppedFor
    Object.assign(visit, stoppedFor.length > 0 && { stoppedFor }, { version: visit.version + 1 })
    if (isRevoked) {
      state.seats = state.seats.filter(({ visitId }) => visitId !== visit.id)
      visit.participants = visit.participants.map((one) => ({ ...one, presence: 'left' as const }))
      endRecording(visit)
    }
    const { id: visitId, appointmentId, patientId } = visit
    live.emit({ type: 'visit.changed', ids: { visitId, appointmentId } })
    for (const guest of state.guests)
      if (guest.appointmentId === appointmentId)
        live.emit({ type: 'guest.changed', ids: { guestId: guest.id, appointmentId, patientId } })
  }
}

/** What the patient completes before a visit: consents and intake. */
export function preparationHandlers(context: SampleContext, person: SamplePerson): TestHandlers {
  const { state, live, now, newId } = context
  const inLanguage = (purpose: ConsentDocument['purpose'], language = 'en'): ConsentDocument | undefined => {
    const versions = sampleConsentDocuments.filter((document) => document.purpose === purpose)
    return versions.find((document) => document.language === language) ?? versions[0]
  }

  const formOf = (appointmentId: string, code: string): IntakeForm => {
    const appointment = find(state.appointments, appointmentId)
    const questionnaire = sampleQuestionnaires.find((one) => one.code === code)
    if (!questionnaire || !appointment.questionnaires.includes(code)) throw problem(404, 'not_found')
    const stored = state.intake.get(`${appointmentId}/${code}`)
    if (stored) return stored
    return {
      appointmentId,
      patientId: appointment.patientId,
      questionnaireCode: code,
      questionnaireVersion: questionnaire.version,
      title: questionnaire.title,
      status: 'not-started',
      answers: [],
      scores: [],
      emergencies: [],
      version: 0,
    }
  }

  const updateForm = (
    appointmentId: string,
    code: string,
    body: { answers: IntakeAnswer[]; version: number },
    submit: boolean,
  ): IntakeForm => {
    const form = formOf(appointmentId, code)
    if (form.status === 'submitted') throw problem(409, 'already_submitted')
    if (form.version !== body.version) throw problem(409, 'version_conflict')
    const questionnaire = sampleQuestionnaires.find((one) => one.code === code) as Questionnaire
    const missing = questionnaire.items.filter(
      (item) =>
        item.required &&
        isAsked(item, body.answers) &&
        !body.answers.some(({ linkId, values }) => linkId === item.linkId && values.length > 0),
    )
    if (submit && missing.length > 0)
      throw problem(422, 'answers_missing', {
        detail: 'Some questions still need an answer.',
        errors: missing.map(({ linkId }) => ({
          pointer: `/answers/${linkId}`,
          code: 'required',
          message: 'Answer this question.',
        })),
      })
    const next: IntakeForm = {
      ...form,
      answers: body.answers,
      scores: submit ? scoresOf(questionnaire, body.answers) : [],
      emergencies: emergenciesOf(questionnaire, body.answers),
      status: submit ? 'submitted' : 'draft',
      savedAt: instant(now()),
      ...(submit && { submittedAt: instant(now()) }),
      version: form.version + 1,
    }
    state.intake.set(`${appointmentId}/${code}`, next)
    live.emit({ type: 'intake.changed', ids: { appointmentId, patientId: form.patientId } })
    return next
  }

  const isStaff = person === 'practitioner'
  /** A spoken yes to treatment is enough for a patient who is in Arizona, and nowhere else. */
  const formIn = (purpose: ConsentDocument['purpose'], where?: string): 'written' | 'verbal-documented' =>
    purpose.startsWith('part-two-') || (purpose === 'telehealth-treatment' && where !== 'AZ')
      ? 'written'
      : 'verbal-documented'
  const refusalOf = ({ decision, signature, spoken, sectionsSeen }: DecideConsent, document: ConsentDocument) => {
    const isGranted = decision === 'granted'
    if (isStaff && isGranted && formIn(document.purpose, spoken?.state) === 'written')
      return problem(409, 'written_signature_required')
    if ((isGranted && !signature) || (isStaff && !spoken)) return problem(422, 'signature_missing')
    const isUnread = document.sections.some(({ id, mandatory }) => mandatory && !sectionsSeen.includes(id))
    return isGranted && (isUnread || spoken?.textRead === false) ? problem(422, 'sections_not_read') : null
  }

  return {
    listConsentDocuments: ({ query: { purpose, language = 'en', ...paging } }) =>
      page(
        sampleConsentDocuments.filter((one) => one.language === language && (!purpose || one.purpose === purpose)),
        paging,
      ),
    getConsentDocument: ({ path, query: { language = 'en' } }) => {
      const versions = sampleConsentDocuments.filter(({ id }) => id === path.documentId)
      return versions.find((one) => one.language === language) ?? find(versions, path.documentId)
    },
    listConsentRequirements: ({ path, query: { purposes = [], language, appointmentId, state: where } }) => ({
      patientId: path.patientId,
      items: purposes.flatMap((purpose): ConsentRequirement[] => {
        const text = inLanguage(purpose, language)
        if (!text) return []
        const shown = { document: text, ...(isStaff && { form: formIn(purpose, where) }) }
        const decision = state.consents.findLast((consent) => consent.purpose === purpose)
        // As where the law asks for consent at each visit.
        const isOfOther = appointmentId && decision?.appointmentId && decision.appointmentId !== appointmentId
        if (decision?.status === 'active' && isOfOther)
          return [{ purpose, status: 'required', reason: 'each-visit', ...shown, consentId: decision.id }]
        // A spoken yes does not serve where the law wants a signature.
        const mustSign = decision?.spoken && where !== undefined && formIn(purpose, where) === 'written'
        if (decision?.status === 'active' && mustSign)
          return [{ purpose, status: 'required', reason: 'must-be-signed', ...shown, consentId: decision.id }]
        if (decision?.status === 'active') return [{ purpose, status: 'granted', ...shown, consentId: decision.id }]
        if (decision?.status === 'declined')
          return [{ purpose, status: 'declined', reason: 'previously-declined', ...shown }]
        return [{ purpose, status: 'required', reason: decision ? 'revoked' : 'first-time', ...shown }]
      }),
    }),
    listConsents: ({ path, query }) => ({ patientId: path.patientId, ...page(state.consents.toReversed(), query) }),
    decideConsent: ({ path, body }) => {
      const document = sampleConsentDocuments.find(
        ({ id, language }) => id === body.documentId && language === body.language,
      )
      if (!document || document.contentHash !== body.contentHash) return problem(409, 'document_changed')
      const refusal = refusalOf(body, document)
      if (refusal) return refusal
      const consent: Consent = {
        id: newId('consent'),
        patientId: path.patientId,
        documentId: document.id,
        documentVersion: document.version,
        language: document.language,
        purpose: document.purpose,
        title: document.title,
        decision: body.decision,
        status: body.decision === 'granted' ? 'active' : 'declined',
        decidedAt: instant(now()),
        decidedByKind: isStaff ? 'member' : 'patient',
        ...(body.signature && { signedName: body.signature.name }),
        ...(body.spoken && {
          spoken: { saidBy: body.spoken.saidBy, channel: body.spoken.channel, role: 'practitioner' },
        }),
        contentHash: document.contentHash,
        ...(body.appointmentId && { appointmentId: body.appointmentId }),
      }
      state.consents.push(consent)
      if (consent.decision === 'granted') stopVisits(state, live, consent.purpose, false)
      live.emit({ type: 'consent.changed', ids: { consentId: consent.id, patientId: path.patientId } })
      return consent
    },
    getConsentEvidence: ({ path }) => {
      const { id, patientId, contentHash, decision } = find(state.consents, path.consentId)
      return {
        ...{ consentId: id, patientId, keyId: 'sample-key', publicKey: 'sample-public-key' },
        statement: JSON.stringify({ consentId: id, contentHash, decision }),
        signature: 'sample-signature',
      }
    },
    revokeConsent: ({ path }) => {
      const consent = find(state.consents, path.consentId)
      if (consent.status !== 'active') return problem(409, 'already_revoked')
      Object.assign(consent, { status: 'revoked', revokedAt: instant(now()) })
      stopVisits(state, live, consent.purpose, true)
      if (consent.purpose === 'recording') endRecordings(context)
      live.emit({ type: 'consent.changed', ids: { consentId: consent.id, patientId: consent.patientId } })
      return consent
    },
    listQuestionnaires: ({ query }) =>
      page(
        sampleQuestionnaires.map(({ code, version, title, items }) => ({
          code,
          version,
          title,
          questionCount: items.length,
        })),
        query,
      ),
    getQuestionnaire: ({ path }) =>
      sampleQuestionnaires.find(({ code }) => code === path.questionnaireCode) ?? problem(404, 'not_found'),
    listIntake: ({ path }) => {
      const { questionnaires, patientId } = find(state.appointments, path.appointmentId)
      return {
        appointmentId: path.appointmentId,
        patientId,
        items: questionnaires.map((code) => formOf(path.appointmentId, code)),
      }
    },
    saveIntake: ({ path, body }) => updateForm(path.appointmentId, path.questionnaireCode, body, false),
    submitIntake: ({ path, body }) => updateForm(path.appointmentId, path.questionnaireCode, body, true),
  }
}
