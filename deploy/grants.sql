-- The rights of the program's own database user: it may add to the audit log, its chain and its checkpoints, and read them,
-- but neither change nor delete there. Rights add up, so UPDATE and DELETE are given table by table. Run as an administrator
-- after the first migration and after every later one (a new table has no rights yet), and run what it prints:
--   mysql -N forewarn < deploy/grants.sql | mysql
-- The user is made once before: CREATE USER 'forewarn'@'%' IDENTIFIED BY '…'. Migrations run as another user, who owns
-- the schema: DATABASE_URL differs for migrate.ts alone.
SELECT CONCAT('GRANT SELECT, INSERT ON `', DATABASE(), '`.* TO ''forewarn''@''%'';')
UNION ALL
SELECT CONCAT('GRANT UPDATE, DELETE ON `', table_schema, '`.`', table_name, '` TO ''forewarn''@''%'';')
FROM information_schema.tables
WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'
  AND table_name NOT IN ('audit_logs', 'audit_chain', 'audit_checkpoints') AND table_name NOT LIKE 'kysely%';
