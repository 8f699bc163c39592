import * as sdk from '@visitkit/sdk'
import * as resources from '@visitkit/sdk/resources'
import * as testing from '@visitkit/sdk/testing'
import * as webhooks from '@visitkit/sdk/webhooks'
import { callEveryEntry, type Portal } from './call-every-entry.ts'

/** A back end that uses `import`. Takes the portal as JSON and prints the results of the calls. */
const portal = JSON.parse(process.argv[2] ?? '') as Portal
console.log(JSON.stringify(await callEveryEntry({ sdk, resources, testing, webhooks }, portal)))
