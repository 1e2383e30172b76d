-- Keys that are compared, sorted and paged by carry COLLATE "C": both databases then order alike, and a prefix search can use the index.

-- CreateTable
CREATE TABLE "providers" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "strict" BOOLEAN NOT NULL DEFAULT false,
    "delete_on_deactivate" BOOLEAN NOT NULL DEFAULT false,
    "allow_same_group_names" BOOLEAN NOT NULL DEFAULT false,
    "discovery_needs_token" BOOLEAN NOT NULL DEFAULT false,
    "log_reads" BOOLEAN NOT NULL DEFAULT false,
    "redacted_attributes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "extensions" JSONB NOT NULL DEFAULT '[]',
    "client" TEXT,
    "last_call_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "providers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tokens" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "hash" BYTEA NOT NULL,
    "last_four" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "last_used_address" TEXT,

    CONSTRAINT "tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "resource" JSONB NOT NULL,
    "folded" JSONB NOT NULL,
    "user_name" TEXT NOT NULL,
    "user_name_key" TEXT COLLATE "C",
    "former_user_name" TEXT,
    "last_real_name" TEXT,
    "external_id" TEXT COLLATE "C",
    "active" BOOLEAN NOT NULL,
    "display_name" TEXT,
    "display_name_key" TEXT COLLATE "C",
    "given_name" TEXT,
    "family_name" TEXT,
    "formatted_name" TEXT,
    "email" TEXT,
    "email_key" TEXT COLLATE "C",
    "title" TEXT,
    "user_type" TEXT,
    "organization" TEXT,
    "department" TEXT,
    "division" TEXT,
    "cost_center" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_request" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_request" UUID NOT NULL,
    "deactivated_at" TIMESTAMPTZ(3),
    "deactivated_request" UUID,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "groups" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "resource" JSONB NOT NULL,
    "folded" JSONB NOT NULL,
    "display_name" TEXT NOT NULL,
    "display_name_key" TEXT COLLATE "C" NOT NULL,
    "unique_name_key" TEXT COLLATE "C",
    "external_id" TEXT COLLATE "C",
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_request" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_request" UUID NOT NULL,

    CONSTRAINT "groups_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "group_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "request_id" UUID NOT NULL,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("group_id","user_id")
);

-- CreateTable
CREATE TABLE "subgroups" (
    "group_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "request_id" UUID NOT NULL,

    CONSTRAINT "subgroups_pkey" PRIMARY KEY ("group_id","child_id")
);

-- CreateTable
CREATE TABLE "unresolved_members" (
    "group_id" UUID NOT NULL,
    "value" TEXT COLLATE "C" NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "request_id" UUID NOT NULL,

    CONSTRAINT "unresolved_members_pkey" PRIMARY KEY ("group_id","value")
);

-- CreateTable
CREATE TABLE "deleted_resources" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "resource_type" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "external_id" TEXT COLLATE "C",
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3) NOT NULL,
    "request_id" UUID NOT NULL,

    CONSTRAINT "deleted_resources_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sync_log" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "token_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "method" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "resource_type" TEXT,
    "entity_id" TEXT COLLATE "C",
    "entity_name" TEXT,
    "entity_name_key" TEXT COLLATE "C",
    "entity_external_id" TEXT COLLATE "C",
    "action" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "scim_type" TEXT,
    "detail" TEXT,
    "duration_ms" DOUBLE PRECISION NOT NULL,
    "client" TEXT,
    "address" TEXT,
    "members_added" INTEGER NOT NULL DEFAULT 0,
    "members_removed" INTEGER NOT NULL DEFAULT 0,
    "changes" JSONB,
    "notes" JSONB,

    CONSTRAINT "sync_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sync_log_payloads" (
    "log_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "request" TEXT,
    "request_cut" INTEGER,
    "response" TEXT,
    "response_cut" INTEGER,

    CONSTRAINT "sync_log_payloads_pkey" PRIMARY KEY ("log_id")
);

-- CreateTable
CREATE TABLE "sync_log_mentions" (
    "entity_id" TEXT COLLATE "C" NOT NULL,
    "log_id" UUID NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "sync_log_mentions_pkey" PRIMARY KEY ("entity_id","log_id")
);

-- CreateTable
CREATE TABLE "admins" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "email_key" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'administrator',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "admins_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "admin_sessions" (
    "id" UUID NOT NULL,
    "admin_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "address" TEXT,
    "user_agent" TEXT,

    CONSTRAINT "admin_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_filters" (
    "id" UUID NOT NULL,
    "admin_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "page" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "view" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_filters_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "table_settings" (
    "admin_id" UUID NOT NULL,
    "page" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "table_settings_pkey" PRIMARY KEY ("admin_id","page")
);

-- CreateIndex
CREATE UNIQUE INDEX "providers_slug_key" ON "providers"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "tokens_hash_key" ON "tokens"("hash");

-- CreateIndex
CREATE INDEX "tokens_provider_id_idx" ON "tokens"("provider_id");

-- CreateIndex
CREATE INDEX "users_provider_id_id_idx" ON "users"("provider_id", "id");

-- CreateIndex
CREATE INDEX "users_provider_id_external_id_idx" ON "users"("provider_id", "external_id");

-- CreateIndex
CREATE INDEX "users_provider_id_display_name_key_id_idx" ON "users"("provider_id", "display_name_key", "id");

-- CreateIndex
CREATE INDEX "users_provider_id_email_key_idx" ON "users"("provider_id", "email_key");

-- CreateIndex
CREATE INDEX "users_provider_id_updated_at_id_idx" ON "users"("provider_id", "updated_at", "id");

-- CreateIndex
CREATE INDEX "users_provider_id_created_at_id_idx" ON "users"("provider_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "users_provider_id_active_id_idx" ON "users"("provider_id", "active", "id");

-- CreateIndex
CREATE INDEX "users_folded_idx" ON "users" USING GIN ("folded" jsonb_path_ops);

-- CreateIndex
CREATE UNIQUE INDEX "users_provider_id_user_name_key_key" ON "users"("provider_id", "user_name_key");

-- CreateIndex
CREATE INDEX "groups_provider_id_id_idx" ON "groups"("provider_id", "id");

-- CreateIndex
CREATE INDEX "groups_provider_id_display_name_key_id_idx" ON "groups"("provider_id", "display_name_key", "id");

-- CreateIndex
CREATE INDEX "groups_provider_id_external_id_idx" ON "groups"("provider_id", "external_id");

-- CreateIndex
CREATE INDEX "groups_provider_id_updated_at_id_idx" ON "groups"("provider_id", "updated_at", "id");

-- CreateIndex
CREATE INDEX "groups_folded_idx" ON "groups" USING GIN ("folded" jsonb_path_ops);

-- CreateIndex
CREATE UNIQUE INDEX "groups_provider_id_unique_name_key_key" ON "groups"("provider_id", "unique_name_key");

-- CreateIndex
CREATE INDEX "memberships_user_id_group_id_idx" ON "memberships"("user_id", "group_id");

-- CreateIndex
CREATE INDEX "subgroups_child_id_group_id_idx" ON "subgroups"("child_id", "group_id");

-- CreateIndex
CREATE INDEX "unresolved_members_value_idx" ON "unresolved_members"("value");

-- CreateIndex
CREATE INDEX "deleted_resources_provider_id_resource_type_deleted_at_idx" ON "deleted_resources"("provider_id", "resource_type", "deleted_at");

-- CreateIndex
CREATE INDEX "sync_log_provider_id_id_idx" ON "sync_log"("provider_id", "id");

-- CreateIndex
CREATE INDEX "sync_log_entity_id_id_idx" ON "sync_log"("entity_id", "id");

-- CreateIndex
CREATE INDEX "sync_log_provider_id_entity_name_key_id_idx" ON "sync_log"("provider_id", "entity_name_key", "id");

-- CreateIndex
CREATE INDEX "sync_log_provider_id_entity_external_id_id_idx" ON "sync_log"("provider_id", "entity_external_id", "id");

-- CreateIndex
CREATE INDEX "sync_log_provider_id_status_id_idx" ON "sync_log"("provider_id", "status", "id");

-- CreateIndex
CREATE INDEX "sync_log_provider_id_method_id_idx" ON "sync_log"("provider_id", "method", "id");

-- CreateIndex
CREATE INDEX "sync_log_payloads_at_idx" ON "sync_log_payloads"("at");

-- CreateIndex
CREATE INDEX "sync_log_mentions_log_id_idx" ON "sync_log_mentions"("log_id");

-- CreateIndex
CREATE UNIQUE INDEX "admins_email_key_key" ON "admins"("email_key");

-- CreateIndex
CREATE INDEX "admin_sessions_admin_id_idx" ON "admin_sessions"("admin_id");

-- CreateIndex
CREATE UNIQUE INDEX "saved_filters_admin_id_page_name_key" ON "saved_filters"("admin_id", "page", "name");

-- AddForeignKey
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "users" ADD CONSTRAINT "users_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "groups" ADD CONSTRAINT "groups_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "providers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subgroups" ADD CONSTRAINT "subgroups_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subgroups" ADD CONSTRAINT "subgroups_child_id_fkey" FOREIGN KEY ("child_id") REFERENCES "groups"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unresolved_members" ADD CONSTRAINT "unresolved_members_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "groups"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "admin_sessions" ADD CONSTRAINT "admin_sessions_admin_id_fkey" FOREIGN KEY ("admin_id") REFERENCES "admins"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_filters" ADD CONSTRAINT "saved_filters_admin_id_fkey" FOREIGN KEY ("admin_id") REFERENCES "admins"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "table_settings" ADD CONSTRAINT "table_settings_admin_id_fkey" FOREIGN KEY ("admin_id") REFERENCES "admins"("id") ON DELETE CASCADE ON UPDATE CASCADE;
