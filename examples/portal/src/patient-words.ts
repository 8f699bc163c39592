/** The portal's own texts for patients. The elements bring theirs. */
export const languages = ['en', 'es'] as const
export type PortalLanguage = (typeof languages)[number]

export const isPortalLanguage = (text: unknown): text is PortalLanguage => languages.some((each) => each === text)

export const languageNames: Readonly<Record<PortalLanguage, string>> = { en: 'English', es: 'Español' }

const en = {
  skip: 'Skip to content',
  emergency: 'In an emergency call 911.',
  crisis: 'In a crisis call or text 988.',
  about:
    'Lakeside Health, 1 Harbor Way, Columbus, Ohio. Phone 555 0100. A fictional health system: every person here is made up.',
  language: 'Language',
  landingTitle: 'Care by the lake, and from your kitchen table',
  signIn: 'Sign in',
  signOut: 'Sign out',
  forClinicians: 'For clinicians',
  forStaff: 'For staff',
  again: 'That sign-in took too long or was opened twice. Nothing was lost. Please sign in again.',
  idle: 'You were signed out because nothing happened on your page for some time. What you had saved is still there.',
  ended:
    'You were signed out from another device, or you were signed in for too long. What you had saved is still there.',
  signInAgain: 'Sign in and go back',
  hero: 'See your own doctor from where you are',
  lead: 'Book a time, answer a few questions, and meet by video. Your visit, your record and who has looked at it, all in one place.',
  signInToBook: 'Sign in to book a visit',
  invited: 'I was invited',
  howItWorks: 'How it works',
  chooseTime: 'Choose a time',
  chooseTimeText: 'Open times from clinicians who are licensed where you live and speak your language.',
  wait: 'Wait where you like',
  waitText: 'See your place in line and how long it usually takes. We call you in.',
  know: 'See who opened your record',
  knowText:
    'Each time someone opens your record, we write down who it was and why. You can read that list at any time. No one can change it.',
  portal: 'Portal',
  hello: 'Hello, {name}',
  more: 'More',
  recordPages: 'Your record',
  home: 'Home',
  book: 'Book a visit',
  visit: 'Your visit',
  record: 'Record',
  recordText: 'Your test results, what you take, and the notes of your visits.',
  summaries: 'After your visit',
  summariesText: 'What was agreed, your medicines and tests, and the next step.',
  messages: 'Messages',
  messagesText: 'Write to your care team and read their answers.',
  bills: 'Bills',
  billsText: 'What a visit cost, what your insurance paid, what is left.',
  access: 'Who saw my record',
  accessText: 'Who opened your record, when and why.',
  settings: 'Settings',
  settingsText: 'How we reach you, your language, your pharmacy and what you agreed to.',
  family: 'People who help me',
  familyText: 'Invite someone to act for you, and see who may.',
  steps: 'Steps to your visit',
  acceptTitle: 'Accept your invitation',
  acceptError: 'Error: {title}',
  acceptText:
    'You are signed in as {name}. Type the code that you were given. From then on you sign in here with this account.',
  code: 'Invitation code',
  codeHint: '20 letters and digits, such as 7K3M9-QXT4W-ZR8NB-H2CVD. Hyphens and capital letters do not matter.',
  accept: 'Accept',
  notYou:
    'Not {name}? Sign out and sign in with your own account. No code? Ask the person who invited you, or call 555 0100.',
}
export type PatientWords = Readonly<Record<keyof typeof en, string>>

const es: PatientWords = {
  skip: 'Ir al contenido',
  emergency: 'En una emergencia llame al 911.',
  crisis: 'En una crisis llame o escriba al 988.',
  about:
    'Lakeside Health, 1 Harbor Way, Columbus, Ohio. Teléfono 555 0100. Un sistema de salud ficticio: todas las personas son inventadas.',
  language: 'Idioma',
  landingTitle: 'Atención junto al lago, y desde su casa',
  signIn: 'Iniciar sesión',
  signOut: 'Salir',
  forClinicians: 'Para profesionales',
  forStaff: 'Para el personal',
  again: 'Ese inicio de sesión tardó demasiado o se abrió dos veces. No se perdió nada. Inicie sesión de nuevo.',
  idle: 'Se cerró su sesión porque no hubo actividad en su página durante un tiempo. Lo que había guardado sigue ahí.',
  ended:
    'Se cerró su sesión desde otro dispositivo, o llevaba demasiado tiempo abierta. Lo que había guardado sigue ahí.',
  signInAgain: 'Iniciar sesión y volver',
  hero: 'Vea a su propio médico desde donde esté',
  lead: 'Reserve una hora, responda unas preguntas y hable por video. Su consulta, su expediente y quién lo ha visto, todo en un solo lugar.',
  signInToBook: 'Inicie sesión para reservar',
  invited: 'Me invitaron',
  howItWorks: 'Cómo funciona',
  chooseTime: 'Elija una hora',
  chooseTimeText: 'Horas libres de profesionales con licencia donde usted vive y que hablan su idioma.',
  wait: 'Espere donde quiera',
  waitText: 'Vea su lugar en la fila y cuánto suele tardar. Nosotros le llamamos.',
  know: 'Vea quién abrió su expediente',
  knowText:
    'Cada vez que alguien abre su expediente, anotamos quién fue y por qué. Usted puede leer esa lista cuando quiera. Nadie puede cambiarla.',
  portal: 'Portal',
  hello: 'Hola, {name}',
  more: 'Más',
  recordPages: 'Su expediente',
  home: 'Inicio',
  book: 'Reservar una consulta',
  visit: 'Su consulta',
  record: 'Expediente',
  recordText: 'Sus resultados, lo que toma y las notas de sus consultas.',
  summaries: 'Después de su consulta',
  summariesText: 'Lo acordado, sus medicinas y análisis, y el siguiente paso.',
  messages: 'Mensajes',
  messagesText: 'Escriba a su equipo médico y lea sus respuestas.',
  bills: 'Facturas',
  billsText: 'Cuánto costó una consulta, cuánto pagó su seguro y cuánto falta.',
  access: 'Quién vio mi expediente',
  accessText: 'Quién abrió su expediente, cuándo y por qué.',
  settings: 'Ajustes',
  settingsText: 'Cómo le avisamos, su idioma, su farmacia y lo que aceptó.',
  family: 'Personas que me ayudan',
  familyText: 'Invite a alguien a actuar por usted y vea quién puede hacerlo.',
  steps: 'Pasos hasta su consulta',
  acceptTitle: 'Acepte su invitación',
  acceptError: 'Error: {title}',
  acceptText:
    'Ha iniciado sesión como {name}. Escriba el código que le dieron. Desde entonces entra aquí con esta cuenta.',
  code: 'Código de invitación',
  codeHint: '20 letras y números, como 7K3M9-QXT4W-ZR8NB-H2CVD. Los guiones y las mayúsculas no importan.',
  accept: 'Aceptar',
  notYou:
    '¿No es {name}? Salga e inicie sesión con su propia cuenta. ¿No tiene código? Pregunte a quien le invitó o llame al 555 0100.',
}

export const patientWords: Readonly<Record<PortalLanguage, PatientWords>> = { en, es }

/** The language that a browser asks for first among those of the portal. */
export const languageOf = (acceptLanguage: string): PortalLanguage =>
  acceptLanguage
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find(isPortalLanguage) ?? 'en'
