-- How an account signs in; passwords and tokens are kept elsewhere.
ALTER TABLE account ADD COLUMN sign_in TEXT NOT NULL DEFAULT 'password';
ALTER TABLE account ADD COLUMN oauth_issuer TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN oauth_authorization TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN oauth_token TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN oauth_revocation TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN oauth_client TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN oauth_scope TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0;
-- SHA-256 of a server certificate that the user accepted; file of the user's own certificate.
ALTER TABLE account ADD COLUMN certificate TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN client_certificate TEXT NOT NULL DEFAULT '';
