/**
 * The engines on which a domain is tested: PostgreSQL, which deployments use. Journeys are on PGlite, and the platform is tested on both. With
 * `TEST_ENGINES=both` domains are too: `npm run prove:engines`, before a release.
 */
export const domainEngines: readonly ('pglite' | 'postgres')[] =
  process.env['TEST_ENGINES'] === 'both' ? ['pglite', 'postgres'] : ['postgres']
