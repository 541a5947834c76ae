#!/bin/sh
# Runs once, when the database server is created: the owner that Windrose migrates with, no superuser.
set -eu
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -v password="$DATABASE_PASSWORD" <<'SQL'
create role windrose login createrole password :'password';
create database windrose owner windrose encoding 'UTF8' template template0;
SQL
