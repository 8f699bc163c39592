import { entry, type Fact, localizedIn, money, type Render } from './readable-entry.ts'

/** Insurance and money, and who received or opened the record. */
export const sectionsOfAccount = {
  coverages: ({ sections }, { words: { labels }, day }) =>
    sections.coverages.flatMap(({ payer, memberNumber, from, to }) =>
      entry(payer.name, [
        [labels.memberNumber, memberNumber],
        [labels.when, [day(from), to === undefined ? '' : day(to)].join(' – ')],
      ]),
    ),
  estimates: ({ sections }, { language, words: { labels }, moment }) =>
    sections.estimates.flatMap(({ totalCents, issuedAt, dueAt, practitioner }) =>
      entry(money(language, totalCents), [
        [labels.when, moment(issuedAt ?? dueAt)],
        [labels.with, practitioner.displayName],
      ]),
    ),
  statement: ({ sections }, { language, words: { labels }, moment }) =>
    sections.statement.flatMap((visit) =>
      entry(localizedIn(language)(visit.visitTypeName), [
        [labels.when, moment(visit.visitAt)],
        [labels.charge, money(language, visit.chargeCents)],
        [labels.paid, money(language, visit.insurancePaidCents + visit.patientPaidCents)],
        [labels.due, money(language, visit.dueCents)],
      ]),
    ),
  payments: ({ sections }, { language, words: { labels }, moment }) =>
    sections.payments.flatMap(({ amountCents, createdAt, paidAt }) =>
      entry(money(language, amountCents), [[labels.when, moment(paidAt ?? createdAt)]]),
    ),
  claims: ({ sections }, { language, words: { labels, claimStates }, moment, day }) =>
    sections.claims.flatMap((claim) =>
      entry(`${claim.payer}, ${day(claim.serviceDate)}`, [
        [labels.number, claim.number],
        [labels.when, moment(claim.submittedAt)],
        [labels.status, claimStates[claim.state]],
        [labels.diagnoses, claim.diagnosisCodes.join(', ')],
        ...claim.lines.map(({ code, units, chargeCents, paidCents }): Fact => [
          code,
          [`${units} × ${money(language, chargeCents)}`, paidCents && `${labels.paid}: ${money(language, paidCents)}`]
            .filter(Boolean)
            .join(', '),
        ]),
        [labels.charge, money(language, claim.chargeCents)],
        [labels.paid, money(language, claim.paidCents)],
        [labels.due, money(language, claim.patientCents)],
        ...claim.nextClaims.map(({ payer, number, state, sentAt }): Fact => [
          labels.nextClaim,
          `${payer}, ${number}, ${moment(sentAt)}: ${claimStates[state]}`,
        ]),
      ]),
    ),
  disclosures: ({ sections }, { words: { labels, recipientKinds, sentContents }, day }) => [
    {
      kind: 'table',
      columns: [
        { heading: labels.when, share: 3 },
        { heading: labels.who, share: 4 },
        { heading: labels.what, share: 4 },
        { heading: labels.times, share: 1 },
      ],
      rows: sections.disclosures.map(({ firstOn, lastOn, recipientKind, recipient, content, what, count }) => [
        firstOn === lastOn ? day(lastOn) : `${day(firstOn)} – ${day(lastOn)}`,
        recipient === undefined
          ? recipientKinds[recipientKind]
          : [recipient.name, recipient.address].filter(Boolean).join(', '),
        what ?? sentContents[content ?? 'unlisted'],
        String(count),
      ]),
    },
  ],
  requests: ({ sections }, { words: { labels, recipientStates }, moment, day }) =>
    sections.requests.flatMap(({ what, why, askedAt, decision, disagreement, recipients = [] }) =>
      entry(moment(askedAt), [
        [labels.what, what],
        [labels.reason, why],
        [labels.answer, decision && `${moment(decision.at)}: ${decision.text}`],
        [labels.disagreement, disagreement?.text],
        ...recipients.map(({ name, state, notification }): Fact => [
          labels.whoElse,
          [`${name}: ${recipientStates[state]}`, notification && day(notification.on), notification?.note]
            .filter(Boolean)
            .join(', '),
        ]),
      ]),
    ),
  accessQuestions: ({ sections }, { words: { labels }, moment }) =>
    sections.accessQuestions.flatMap(({ text, askedAt, answer, answeredAt }) =>
      entry(moment(askedAt), [
        [labels.what, text],
        [labels.answer, answer && answeredAt && `${moment(answeredAt)}: ${answer}`],
      ]),
    ),
  accesses: ({ sections }, { words: { labels, act, refused, server }, moment }) => [
    {
      kind: 'table',
      columns: [
        { heading: labels.when, share: 3 },
        { heading: labels.who, share: 4 },
        { heading: labels.what, share: 3 },
      ],
      rows: sections.accesses.map(({ at, actor, action, outcome }) => [
        moment(at),
        actor.displayName ?? (actor.kind === 'system' ? server : actor.role),
        outcome === 'done' ? act[action] : `${act[action]}: ${refused}`,
      ]),
    },
  ],
} satisfies Readonly<Record<string, Render>>
