export const USER_URN = 'urn:ietf:params:scim:schemas:core:2.0:User'
export const GROUP_URN = 'urn:ietf:params:scim:schemas:core:2.0:Group'
export const ENTERPRISE_URN = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
export const SCHEMA_URN = 'urn:ietf:params:scim:schemas:core:2.0:Schema'
export const RESOURCE_TYPE_URN = 'urn:ietf:params:scim:schemas:core:2.0:ResourceType'
export const SERVICE_PROVIDER_CONFIG_URN = 'urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'

const MESSAGES = 'urn:ietf:params:scim:api:messages:2.0'
export const LIST_RESPONSE_URN = `${MESSAGES}:ListResponse`
export const PATCH_OP_URN = `${MESSAGES}:PatchOp`
export const ERROR_URN = `${MESSAGES}:Error`
export const SEARCH_REQUEST_URN = `${MESSAGES}:SearchRequest`
export const BULK_REQUEST_URN = `${MESSAGES}:BulkRequest`
export const BULK_RESPONSE_URN = `${MESSAGES}:BulkResponse`
