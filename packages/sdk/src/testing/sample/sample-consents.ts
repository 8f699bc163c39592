import type { ConsentDocument } from '../../generated/models.ts'

/** One text in one language. The hash is fixed: the sample world does not compute it. */
const text = (
  more: Pick<ConsentDocument, 'id' | 'purpose' | 'language' | 'title' | 'contentHash'> & { reviewedBy?: string },
  sections: readonly [id: string, heading: string, text: string][],
): ConsentDocument => ({
  version: 1,
  status: 'published',
  material: true,
  publishedAt: '2026-01-05T12:00:00Z',
  sections: sections.map(([id, heading, words]) => ({ id, heading, text: words, mandatory: true })),
  ...more,
})

const hash = (digit: string): string => digit.repeat(64)
const reviewedBy = 'A sample reviewer'

/** The consent for the visit in 20 minutes. */
export const sampleTelehealthConsent = text(
  {
    id: 'document-telehealth',
    purpose: 'telehealth-treatment',
    language: 'en',
    title: 'Seeing us by video',
    contentHash: hash('a'),
  },
  [
    [
      'nature',
      'What a video visit is',
      'You and a clinician talk over a secure video call. Some things need an examination in person.',
    ],
    ['risks', 'What can go wrong', 'The connection can fail. If it does, we call you at the number you give us.'],
    [
      'rights',
      'Your choice',
      'You can say no, and you can change your mind at any time. Your care does not depend on it.',
    ],
  ],
)

/** What the patient agrees to before a call is recorded. */
export const sampleRecordingConsent = text(
  {
    id: 'document-recording',
    purpose: 'recording',
    language: 'en',
    title: 'Recording the visit',
    contentHash: hash('c'),
  },
  [['recording', 'Recording', 'The visit is recorded only if everyone in it agrees.']],
)

export const sampleConsentDocuments: ConsentDocument[] = [
  sampleTelehealthConsent,
  text(
    {
      id: 'document-telehealth',
      purpose: 'telehealth-treatment',
      language: 'es',
      title: 'Consultas por video',
      contentHash: hash('b'),
      reviewedBy,
    },
    [
      [
        'nature',
        'Qué es una visita por video',
        'Usted y un profesional hablan por una videollamada segura. Algunas cosas requieren un examen en persona.',
      ],
      ['risks', 'Qué puede fallar', 'La conexión puede fallar. Si ocurre, le llamaremos al número que nos dé.'],
      [
        'rights',
        'Su decisión',
        'Puede decir que no y puede cambiar de opinión en cualquier momento. Su atención no depende de ello.',
      ],
    ],
  ),
  sampleRecordingConsent,
  text(
    {
      id: 'document-recording',
      purpose: 'recording',
      language: 'es',
      title: 'Grabación de la visita',
      contentHash: hash('d'),
      reviewedBy,
    },
    [['recording', 'Grabación', 'La visita solo se graba si todos los presentes están de acuerdo.']],
  ),
  ...(
    [
      ['en', 'e', 'Sharing your substance use records', 'What we ask', 'You choose what we may send, and to whom.'],
      ['es', 'f', 'Compartir sus datos sobre sustancias', 'Qué le pedimos', 'Usted elige qué enviamos y a quién.'],
      ['ar', '9', 'مشاركة سجلات تعاطي المواد', 'ما نطلبه', 'تختار ما نرسله ومن يتلقاه.'],
    ] as const
  ).map(([language, digit, title, heading, words]) =>
    text(
      {
        ...{ id: 'document-part-two', purpose: 'part-two-disclosure', language, title, contentHash: hash(digit) },
        ...(language !== 'en' && { reviewedBy }),
      },
      [['what-and-why', heading, words]],
    ),
  ),
]
