import { authentikTrace } from './authentik/life'
import { entraConnectionTrace } from './entra/connection'
import { entraFlagTrace } from './entra/flag'
import { entraGroupTrace } from './entra/groups'
import { entraLifeTrace } from './entra/life'
import { entraRetryTrace } from './entra/retries'
import { validatorGroupsTrace } from './entra/validator-groups'
import { validatorUsersTrace } from './entra/validator-users'
import { googleTrace } from './google/creation'
import { jumpCloudTrace } from './jumpcloud/life'
import { keycloakTrace } from './keycloak/life'
import { oktaConnectionTrace } from './okta/connection'
import { oktaCrudTrace } from './okta/crud'
import { oktaGroupPushTrace, oktaWizardGroupPushTrace } from './okta/groups'
import { oktaImportTrace } from './okta/import'
import { oktaLifeTrace, oktaWizardLifeTrace } from './okta/life'
import { oktaSuiteTrace } from './okta/suite'
import { oneLoginTrace } from './onelogin/life'
import { pingTrace } from './ping/life'
import { pingOneTrace } from './ping/pingone'
import { rauthyTrace } from './rauthy/life'
import { ripplingTrace } from './rippling/life'
import { sailPointTrace } from './sailpoint/aggregation'
import type { Trace } from './trace'

/** Every conversation that a SCIM server has to hold. The first one wants to be first: it reads the first user of all. */
export const traces: Trace[] = [
  oktaSuiteTrace,
  oktaCrudTrace,
  oktaConnectionTrace,
  oktaLifeTrace,
  oktaWizardLifeTrace,
  oktaImportTrace,
  oktaGroupPushTrace,
  oktaWizardGroupPushTrace,
  entraConnectionTrace,
  entraLifeTrace,
  entraFlagTrace,
  entraGroupTrace,
  entraRetryTrace,
  validatorUsersTrace,
  validatorGroupsTrace,
  jumpCloudTrace,
  googleTrace,
  pingTrace,
  pingOneTrace,
  sailPointTrace,
  oneLoginTrace,
  ripplingTrace,
  authentikTrace,
  keycloakTrace,
  rauthyTrace,
]
