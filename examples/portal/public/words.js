/** The portal's own texts in its scripts for patients. */
export const words = {
  en: {
    steps: ['Safety', 'Agree', 'Questions', 'Check in and wait', 'Visit'],
    over: 'Your visit is over',
    overText:
      'What to do next is shown below as soon as your clinician has signed it. You find it later under Record, After your visit.',
    write: 'Write to your care team',
    whoSaw: 'Who saw my record',
    getReady: 'Get ready for your visit',
  },
  es: {
    steps: ['Seguridad', 'Aceptar', 'Preguntas', 'Registrarse y esperar', 'Consulta'],
    over: 'Su consulta ha terminado',
    overText:
      'Lo que debe hacer ahora aparece abajo en cuanto su profesional lo firme. Después lo encuentra en Expediente, Después de su consulta.',
    write: 'Escribir a su equipo médico',
    whoSaw: 'Quién vio mi expediente',
    getReady: 'Prepararse para su consulta',
  },
}
export const t = words[globalThis.document?.documentElement.lang] ?? words.en
