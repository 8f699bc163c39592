/* oxlint-disable typescript/consistent-type-imports -- a file of this kind takes the types that belong to `require` only so */
/** A back end that uses `require`. Takes the portal as JSON and prints the results of the calls. */
const entries = {
  sdk: require('@visitkit/sdk') as typeof import('@visitkit/sdk'),
  resources: require('@visitkit/sdk/resources') as typeof import('@visitkit/sdk/resources'),
  testing: require('@visitkit/sdk/testing') as typeof import('@visitkit/sdk/testing'),
  webhooks: require('@visitkit/sdk/webhooks') as typeof import('@visitkit/sdk/webhooks'),
}

void import('./call-every-entry.ts').then(async ({ callEveryEntry }) => {
  const portal = JSON.parse(process.argv[2] ?? '') as Parameters<typeof callEveryEntry>[1]
  console.log(JSON.stringify(await callEveryEntry(entries, portal)))
})
